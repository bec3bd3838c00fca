package hallmonitor.settings.escalation;

import hallmonitor.settings.yaml.YamlMapping;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/** Reads {@code drill} of escalation.yaml. */
final class DrillReader {
  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private static final Duration WITHIN = Duration.ofHours(8);
  private static final Duration LONGEST = Duration.ofDays(6);
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private DrillReader() {}

  static DrillRules read(YamlMapping m) {
    m.allow("day", "at", "answer-within");
    DayOfWeek day = m.oneOf("day", DayOfWeek.class, DayOfWeek.TUESDAY);
    LocalTime at = m.value("at", MORNING, "a time such as \"10:00\"", LocalTime::parse);
    Duration within = m.duration("answer-within", WITHIN);
    if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
      m.problem("answer-within", "'answer-within' must be from 5m to 6d");
      within = WITHIN;
    }
    return new DrillRules(day, at, within);
  }
}
