package hallmonitor.messaging.picture.video;

import java.util.List;
import java.util.stream.IntStream;

/** At which seconds a video is looked at. Pure. */
final class FrameTimes {
  /** What is later is not looked at. In seconds. */
  private static final double LONGEST = 180;

  private FrameTimes() {}

  /**
   * Returns whole seconds, from the first one to the last one or to the end of the third minute, as
   * far from each other as possible. A second comes once.
   *
   * @param length of the video, in seconds
   * @param most how many, at least 1
   */
  static List<Integer> of(double length, int most) {
    // The last frame begins a moment before the end.
    double last = Math.max(0, Math.min(LONGEST, length - 0.5));
    return IntStream.range(0, most)
        .mapToObj(i -> (int) (most == 1 ? last / 2 : last * i / (most - 1)))
        .distinct()
        .toList();
  }
}
