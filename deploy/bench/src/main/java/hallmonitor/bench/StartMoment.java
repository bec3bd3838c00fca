package hallmonitor.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that the launcher printed while it started.
 *
 * @param seconds since its start
 * @param what it said
 */
public record StartMoment(double seconds, String what) {
  private static final Pattern LINE = Pattern.compile("\\[ *(\\d+\\.\\d) s] (.*)");
  private static final String UP = "Hall Monitor is up.";

  /** Returns the lines with a time, in order; others are left out. */
  static List<StartMoment> read(List<String> lines) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(line -> new StartMoment(Double.parseDouble(line.group(1)), line.group(2)))
        .toList();
  }

  static StartMoment up(double seconds) {
    return new StartMoment(seconds, UP);
  }

  boolean isUp() {
    return what.equals(UP);
  }
}
