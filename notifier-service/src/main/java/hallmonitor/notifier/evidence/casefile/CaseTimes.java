package hallmonitor.notifier.evidence.casefile;

import java.util.regex.Pattern;

/** Times of records as people read them, in UTC: the record has the exact value. */
final class CaseTimes {
  /** As {@link java.time.Instant} writes it; what follows the milliseconds is left out. */
  private static final Pattern INSTANT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,3})?)\\d*Z");

  private CaseTimes() {}

  /** Returns a time such as {@code 2026-11-24 18:30:05.250}, and anything else as it is. */
  static String of(String value) {
    return INSTANT.matcher(value).matches() ? within(value) : value;
  }

  /** Returns words of the program with the times in them. */
  static String within(String words) {
    return INSTANT.matcher(words).replaceAll("$1 $2");
  }
}
