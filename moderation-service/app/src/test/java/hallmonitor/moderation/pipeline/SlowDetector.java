package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.FirstLook;
import java.util.List;
import java.util.OptionalDouble;

/** Like the models: what it finds in "slow" comments is known only after a second look. */
record SlowDetector(String words, Category category, double danger) implements Detector {
  @Override
  public String name() {
    return "slow";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    return new WordsDetector(words, category, 1).detect(comment);
  }

  @Override
  public FirstLook firstLook(Comment comment, List<Finding> before) {
    return comment.text().contains("slow")
        ? new FirstLook(List.of(), OptionalDouble.of(danger))
        : new FirstLook(detect(comment), OptionalDouble.empty());
  }
}
