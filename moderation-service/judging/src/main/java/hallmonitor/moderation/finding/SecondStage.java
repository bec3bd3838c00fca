package hallmonitor.moderation.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks again at the comments about which the linear model is unsure: slower and better. Safe for
 * many threads.
 */
public interface SecondStage {
  /** The name that a failure of it carries. */
  String NAME = "second stage";

  /**
   * @param linear what the linear model says of every category that it knows
   * @param before what the detectors before the model found
   * @return the probabilities that replace the linear model's, or empty when the comment is not
   *     worth a second look; categories that are left out keep theirs
   * @throws RuntimeException when it fails: the linear model's findings stay, and a person looks
   */
  Optional<Map<Category, Double>> look(Comment comment, LinearScores linear, List<Finding> before);
}
