package hallmonitor.moderation.finding;

import java.util.List;

/**
 * Looks for one kind of sign in a comment. Pure: the same comment always gives the same findings.
 */
public interface Detector {
  /** Returns a short name that findings carry, such as {@code lexicon}. */
  String name();

  /**
   * Returns the findings, empty if there are none. May throw; {@link Detectors} turns that into a
   * finding.
   */
  List<Finding> detect(Comment comment);

  /** Detects with knowledge of the findings of earlier detectors, which most detectors ignore. */
  default List<Finding> detect(Comment comment, List<Finding> before) {
    return detect(comment);
  }

  /** Loads what it needs, so that a reader with a time limit does not spend it on that. */
  default void prepare() {}

  /** Returns what it sees at a glance, for a look that must be fast; nothing if it is slow. */
  default List<Finding> glance(Comment comment) {
    return List.of();
  }

  /** Says what it can in the first look, in which slow models do not run. */
  default FirstLook firstLook(Comment comment, List<Finding> before) {
    return FirstLook.whole(detect(comment, before));
  }
}
