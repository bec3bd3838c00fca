package hallmonitor.messaging.picture.video;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** At which seconds a video is looked at. Pure. */
final class FrameTimes {
  /** What is later is not looked at. In seconds. */
  private static final double LONGEST = 180;

  /** Of a video that does not say how long it is: those that it does not reach show nothing. */
  private static final List<Integer> UNKNOWN = List.of(0, 2, 5, 10, 20, 40, 60, 90, 120, 180);

  private FrameTimes() {}

  /**
   * Returns whole seconds, from the first one to the last one or to the end of the third minute, as
   * far from each other as possible. A second comes once.
   *
   * @param duration of the video, in seconds; empty if it does not say
   * @param most how many, at least 1
   */
  static List<Integer> of(OptionalDouble duration, int most) {
    if (duration.isEmpty()) {
      return UNKNOWN.stream().limit(most).toList();
    }
    // The last frame begins a moment before the end.
    double last = Math.max(0, Math.min(LONGEST, duration.getAsDouble() - 0.5));
    return IntStream.range(0, most)
        .mapToObj(i -> (int) (most == 1 ? last / 2 : last * i / (most - 1)))
        .distinct()
        .toList();
  }
}
