package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.zip.CRC32;

/** What a labelled comment may be used for. */
public enum Split {
  /** Models learn from it. */
  TRAIN,
  /** Calibration, stacking and thresholds are chosen on it; no model learns from it. */
  DEV,
  /** Only ever measured. */
  TEST;

  /**
   * @throws IllegalArgumentException when there is no such split
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
   * Of a group that its file marks {@code train}: one in seven is kept for {@link #DEV}, by a hash
   * of the group's name, so that the same group always falls on the same side.
   */
  static Split ofTraining(String group) {
    CRC32 hash = new CRC32();
    hash.update(group.getBytes(UTF_8));
    return hash.getValue() % ONE_IN == 0 ? DEV : TRAIN;
  }
}
