package hallmonitor.moderation.finding;

import java.util.List;

/**
 * Looks at a comment for one kind of sign. Pure: the same comment gives the same findings. One file
 * for each.
 */
public interface Detector {
  /** A short name that findings carry, such as {@code lexicon}. */
  String name();

  /** Empty when there is nothing to say. May throw: {@link Detectors} turns that into a finding. */
  List<Finding> detect(Comment comment);

  /** The same, knowing what the detectors before it found; most have no use for that. */
  default List<Finding> detect(Comment comment, List<Finding> before) {
    return detect(comment);
  }
}
