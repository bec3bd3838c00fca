package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.zip.CRC32;

/** The permitted use of a labeled comment. */
public enum Split {
  /** Models learn from it. */
  TRAIN,
  /** Used to choose calibration, stacking and thresholds; no model learns from it. */
  DEV,
  /** Used only for measuring. */
  TEST;

  /**
   * Looks up a split.
   *
   * @throws IllegalArgumentException if there is no such split
   */
  static Split of(String name) {
    for (Split split : values()) {
      if (split.name().toLowerCase(Locale.ROOT).equals(name)) {
        return split;
      }
    }
    throw new IllegalArgumentException("a split is train, dev or test, not '" + name + "'");
  }

  private static final int ONE_IN = 7;

  /**
   * Divides groups marked {@code train} in their file: one in seven becomes {@link #DEV}, by a hash
   * of the group's name, so that a group always falls on the same side.
   */
  static Split ofTraining(String group) {
    CRC32 hash = new CRC32();
    hash.update(group.getBytes(UTF_8));
    return hash.getValue() % ONE_IN == 0 ? DEV : TRAIN;
  }
}
