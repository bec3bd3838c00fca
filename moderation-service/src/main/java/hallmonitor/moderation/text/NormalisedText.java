package hallmonitor.moderation.text;

/**
 * A comment's text as detectors see it, with a map back to the original: every unit of the
 * normalised text knows the part of the original that it came from.
 */
public final class NormalisedText {
  private final String original;

  private NormalisedText(String original) {
    this.original = original;
  }

  public static NormalisedText of(String original) {
    return new NormalisedText(original);
  }

  public String text() {
    return original;
  }

  /** Index in the original of the first unit behind the normalised unit at {@code index}. */
  public int originalFrom(int index) {
    return index;
  }

  /** Index in the original after the last unit behind the normalised unit before {@code index}. */
  public int originalTo(int index) {
    return index;
  }
}
