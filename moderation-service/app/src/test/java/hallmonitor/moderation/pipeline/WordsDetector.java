package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import java.util.List;

/** Finds one phrase, with the test's score. */
record WordsDetector(String words, Category category, double score) implements Detector {
  @Override
  public String name() {
    return "words";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    int at = comment.text().indexOf(words);
    return at < 0
        ? List.of()
        : List.of(
            new Finding(
                category,
                score,
                name(),
                List.of(new Span(at, at + words.length())),
                "It says '" + words + "'."));
  }
}
