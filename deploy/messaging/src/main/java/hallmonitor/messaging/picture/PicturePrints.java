package hallmonitor.messaging.picture;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a picture looks like, in a few numbers that stay nearly the same when it is scaled,
 * compressed again, or put on white ground.
 */
public final class PicturePrints {
  /** A circle shows 0.707 of its square's side from edge to edge of the square inside it. */
  private static final double WITHIN_A_CIRCLE = 0.68;

  private PicturePrints() {}

  /**
   * Returns the prints of a picture: of all of it, of the square in its middle, and of what a
   * circle shows of that, each also without its border. Parts that are plain have none.
   *
   * @return see {@link CosinePrint}; empty if it cannot be decoded, or is plain
   */
  public static Set<String> of(byte[] content) {
    Set<String> prints = new LinkedHashSet<>();
    DecodedPicture.of(content).stream()
        .flatMap(whole -> Stream.of(whole, whole.trimmed()))
        .flatMap(one -> Stream.of(one, one.middle(1), one.middle(WITHIN_A_CIRCLE)))
        .flatMap(one -> CosinePrint.of(one.brightness(CosinePrint.SIDE)).stream())
        .forEach(prints::add);
    return prints;
  }
}
