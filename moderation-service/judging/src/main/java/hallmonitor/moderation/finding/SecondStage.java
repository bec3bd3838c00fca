package hallmonitor.moderation.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A slower and better model for the comments that the linear model is unsure about. Implementations
 * must be thread-safe.
 */
public interface SecondStage {
  /** Detector name in the finding for a failed second stage. */
  String NAME = "second stage";

  /**
   * Scores a comment again.
   *
   * @param linear the linear model's scores
   * @param before findings of the detectors before the model
   * @return probabilities that replace the linear model's, or empty if the comment does not need
   *     the second stage; missing categories keep their linear score
   * @throws RuntimeException on failure; the linear model's findings stay and the comment goes to
   *     review
   */
  Optional<Map<Category, Double>> look(Comment comment, LinearScores linear, List<Finding> before);

  /**
   * Loads what looks need, so that a reader with a time limit does not spend it on that.
   *
   * @throws RuntimeException if it cannot; then each look fails, too
   */
  default void prepare() {}

  /**
   * Returns whether {@link #look} would score the comment, without running a slow model.
   *
   * @param linear the linear model's scores
   * @param before findings of the detectors before the model
   */
  default boolean isWorthALook(LinearScores linear, List<Finding> before) {
    return true;
  }

  /**
   * Returns the probability at which an answer was as reliable as a written rule on held-out
   * comments, so that it may hide a comment.
   *
   * @return above 1 if no answer of this category was
   */
  default double provenFrom(Category category) {
    return Double.MAX_VALUE;
  }

  /**
   * Returns the same for a comment where a rule found the category, even weakly: both together can
   * be reliable enough where neither is alone.
   *
   * @return above 1 if no such answer was
   */
  default double provenBesideRuleFrom(Category category) {
    return provenFrom(category);
  }
}
