package hallmonitor.moderation.finding.together;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words in a comment's pictures, judged like its own: by themselves, and after what it says,
 * since a picture may end its sentence. They never make a finding weaker.
 *
 * @param pictured the words in the pictures, as if the author had written them there
 * @param whole the comment's words and those; empty if it has none of its own
 */
public record WordsInPictures(Comment pictured, Optional<Comment> whole) {
  /** Detector name of what is found in them. */
  public static final String NAME = "in a picture";

  private static final String WHERE =
      Sentence.of("These words stand in a picture of the comment.").toString();

  /**
   * Returns what is to be judged.
   *
   * @param words in the pictures; not blank
   */
  public static WordsInPictures of(Comment present, String words) {
    return new WordsInPictures(
        JoinedComments.saying(present, words),
        present.text().isBlank()
            ? Optional.empty()
            : Optional.of(JoinedComments.saying(present, present.text() + "\n" + words)));
  }

  /**
   * Returns what the pictures add to what was found in the comment without them. It has no spans,
   * which mark the comment's own words. As with words that are split over comments, only what is
   * said counts: a flyer has names, numbers, prices and no signature, and is ordinary.
   *
   * @param alone found in the comment's own words
   */
  public static List<Finding> added(
      List<Finding> alone, List<Finding> inPictures, List<Finding> inWhole) {
    Map<Category, Finding> strongest = new LinkedHashMap<>();
    Map<String, Finding> failures = new LinkedHashMap<>();
    for (List<Finding> found : List.of(inPictures, inWhole)) {
      for (Finding finding : found) {
        if (finding.category() == Category.DETECTOR_FAILURE) {
          failures.put(finding.detector(), finding);
        } else if (JoinedComments.SAID.contains(finding.category())
            && finding.score() > Finding.strongest(alone, finding.category())) {
          strongest.merge(finding.category(), finding, (a, b) -> b.score() > a.score() ? b : a);
        }
      }
    }
    List<Finding> added = new ArrayList<>();
    strongest.values().forEach(finding -> added.add(inPicture(finding)));
    alone.forEach(finding -> failures.remove(finding.detector()));
    added.addAll(failures.values());
    return added;
  }

  private static Finding inPicture(Finding finding) {
    return new Finding(
        finding.category(), finding.score(), NAME, List.of(), WHERE + " " + finding.why());
  }
}
