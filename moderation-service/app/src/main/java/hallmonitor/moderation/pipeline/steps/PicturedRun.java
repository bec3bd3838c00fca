package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detection;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.finding.together.WordsInPictures;
import hallmonitor.moderation.store.archive.PictureHeard;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the detectors on the words in a comment's pictures, by themselves and after its own, and
 * adds which known pictures they are.
 */
final class PicturedRun {
  private static final Finding UNREAD =
      new Finding(
          Category.DETECTOR_FAILURE,
          1,
          "pictures",
          List.of(),
          Sentence.of(
                  "A picture of the comment could not be read, or not all of it, so a person must"
                      + " look at it.")
              .toString());

  private final Optional<Detection> alone;
  private final Optional<Detection> whole;
  private final boolean unread;
  private final List<Finding> known;

  private PicturedRun(
      Optional<Detection> alone, Optional<Detection> whole, boolean unread, List<Finding> known) {
    this.alone = alone;
    this.whole = whole;
    this.unread = unread;
    this.known = known;
  }

  static PicturedRun of(
      CommentUpdate update, Comment comment, Detectors detectors, WhichLook look) {
    Optional<WordsInPictures> words =
        Optional.of(update.pictured())
            .filter(said -> !said.isEmpty())
            .map(said -> WordsInPictures.of(comment, said));
    return new PicturedRun(
        words.map(w -> look.at(w.pictured(), detectors)),
        words.flatMap(WordsInPictures::whole).map(w -> look.at(w, detectors)),
        update.pictures().stream().anyMatch(PictureHeard::forPeople),
        update.pictures().stream().flatMap(heard -> heard.known().findings().stream()).toList());
  }

  /** Adds what the pictures say to what was found without them. */
  FirstLook after(FirstLook said) {
    if (alone.isEmpty() && !unread && known.isEmpty()) {
      return said;
    }
    List<Finding> all = new ArrayList<>(said.findings());
    all.addAll(WordsInPictures.added(said.findings(), found(alone), found(whole)));
    all.addAll(known);
    if (unread) {
      all.add(UNREAD);
    }
    return new FirstLook(all, said.danger());
  }

  private static List<Finding> found(Optional<Detection> detection) {
    return detection.map(Detection::run).map(FirstLook::findings).orElse(List.of());
  }

  /** Returns a number that grows with each finished detector. */
  int step() {
    return alone.map(Detection::step).orElse(0) + whole.map(Detection::step).orElse(0);
  }

  /** Returns a copy for another thread; a running detector counts as failed. */
  PicturedRun givenUp() {
    return new PicturedRun(
        alone.map(Detection::givenUp), whole.map(Detection::givenUp), unread, known);
  }
}
