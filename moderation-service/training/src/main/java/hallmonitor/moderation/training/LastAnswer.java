package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.SecondStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A second stage that is asked once a comment, though both its findings and its scores are wanted.
 * For one thread.
 */
final class LastAnswer implements SecondStage {
  private final SecondStage stage;
  private Comment comment;
  private Optional<Map<Category, Double>> answer = Optional.empty();

  LastAnswer(SecondStage stage) {
    this.stage = stage;
  }

  @Override
  public Optional<Map<Category, Double>> look(
      Comment next, LinearScores linear, List<Finding> before) {
    if (next != comment) {
      comment = null; // an answer that fails is none
      answer = stage.look(next, linear, before);
      comment = next;
    }
    return answer;
  }
}
