package hallmonitor.moderation.casework.redaction;

/**
 * A rectangle of a picture as its readers see it, in thousandths of its width and height.
 *
 * @param left from 0
 * @param top from 0
 * @param right at most {@value #WHOLE}
 * @param bottom at most {@value #WHOLE}
 */
public record PictureArea(int left, int top, int right, int bottom) {
  /** The whole width, or the whole height. */
  public static final int WHOLE = 1_000;

  /** Of what is no part of a picture. */
  public static final PictureArea NONE = new PictureArea(0, 0, 0, 0);

  public PictureArea {
    if (left < 0 || top < 0 || right > WHOLE || bottom > WHOLE || right < left || bottom < top) {
      throw new IllegalArgumentException(
          left + ", " + top + " to " + right + ", " + bottom + " is not within a picture");
    }
  }

  /** Returns whether it covers nothing. */
  public boolean isEmpty() {
    return left == right || top == bottom;
  }

  /** Returns its place as people read it, such as {@code 10–45 %, 0–12.5 %}. */
  @Override
  public String toString() {
    return percent(left)
        + "–"
        + percent(right)
        + " %, "
        + percent(top)
        + "–"
        + percent(bottom)
        + " %";
  }

  private static String percent(int thousandths) {
    int rest = thousandths % 10;
    return thousandths / 10 + (rest == 0 ? "" : "." + rest);
  }
}
