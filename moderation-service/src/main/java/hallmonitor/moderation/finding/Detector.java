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
}
