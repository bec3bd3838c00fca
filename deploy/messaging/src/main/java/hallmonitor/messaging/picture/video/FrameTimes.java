package hallmonitor.messaging.picture.video;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * At which seconds a video is looked at: only such as have something to show. A file can have a
 * packet minutes after all others, and would be looked at where it is empty. Pure.
 */
final class FrameTimes {
  /** What is later is not looked at. In seconds. */
  static final int LONGEST = 180;

  /** What one tick is, in seconds. */
  private static final Pattern TIME_BASE = Pattern.compile("#tb 0: (\\d{1,9})/(\\d{1,9})");

  /** Stream, decoding time, time of presentation in ticks, and what follows. */
  private static final Pattern PACKET = Pattern.compile("0,\\s*-?\\d{1,18},\\s*(-?\\d{1,18}),.*");

  private FrameTimes() {}

  /**
   * Returns seconds, the first one first, each of them with the beginning of a frame: the first and
   * the last one, and as many between them at equal steps. A second comes once.
   *
   * @param packets of the video, as ffmpeg's muxer {@code framecrc} lists them; may break off
   * @param most how many, at least 1
   */
  static List<Integer> of(String packets, int most) {
    OptionalDouble tick =
        packets
            .lines()
            .map(TIME_BASE::matcher)
            .filter(Matcher::matches)
            .mapToDouble(m -> Double.parseDouble(m.group(1)) / Double.parseDouble(m.group(2)))
            .findFirst();
    return tick.isEmpty() ? List.of() : spread(seconds(packets, t -> t * tick.getAsDouble()), most);
  }

  private static List<Integer> seconds(String packets, DoubleUnaryOperator inSeconds) {
    return packets
        .lines()
        .map(PACKET::matcher)
        .filter(Matcher::matches)
        .mapToDouble(m -> inSeconds.applyAsDouble(Double.parseDouble(m.group(1))))
        .filter(time -> time > -1 && time < LONGEST + 1)
        .mapToInt(time -> (int) time)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  private static List<Integer> spread(List<Integer> seconds, int most) {
    int last = seconds.size() - 1;
    if (last < most) {
      return seconds;
    }
    return IntStream.range(0, most)
        .mapToObj(i -> seconds.get(most == 1 ? last / 2 : last * i / (most - 1)))
        .toList();
  }
}
