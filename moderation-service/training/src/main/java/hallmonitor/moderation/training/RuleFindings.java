package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.SecondStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules' findings in a comment, before the model is asked. Not thread-safe. */
final class RuleFindings implements SecondStage {
  private final Detectors detectors =
      StandardDetectors.of(LocalNames.NONE, StandardDetectors.model().followedBy(this));

  private List<Finding> found = List.of();

  List<Finding> of(Comment comment) {
    detectors.detect(comment);
    return found;
  }

  @Override
  public Optional<Map<Category, Double>> look(
      Comment comment, LinearScores linear, List<Finding> before) {
    found = List.copyOf(before);
    return Optional.empty();
  }
}
