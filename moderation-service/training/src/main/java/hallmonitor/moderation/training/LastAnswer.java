package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.SecondStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Caches the second stage's last answer, so that it runs once per comment for both findings and
 * scores. Not thread-safe.
 */
final class LastAnswer implements SecondStage {
  private final SecondStage stage;
  private @Nullable Comment comment;
  private Optional<Map<Category, Double>> answer = Optional.empty();

  LastAnswer(SecondStage stage) {
    this.stage = stage;
  }

  @Override
  public Optional<Map<Category, Double>> look(
      Comment next, LinearScores linear, List<Finding> before) {
    if (!isLast(next)) {
      comment = null; // a failed answer is not cached
      answer = stage.look(next, linear, before);
      comment = next;
    }
    return answer;
  }

  @Override
  public boolean isWorthALook(LinearScores linear, List<Finding> before) {
    return stage.isWorthALook(linear, before);
  }

  @Override
  public double provenFrom(Category category) {
    return stage.provenFrom(category);
  }

  @Override
  public double provenBesideRuleFrom(Category category) {
    return stage.provenBesideRuleFrom(category);
  }

  /** Compares identity, because another comment with the same text may follow other findings. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isLast(Comment next) {
    return next == comment;
  }
}
