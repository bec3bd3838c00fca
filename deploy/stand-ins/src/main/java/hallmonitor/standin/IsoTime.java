package hallmonitor.standin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as X and Discourse write them: with milliseconds always, also when they are zero. */
final class IsoTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private IsoTime() {}

  /** For example {@code 2019-12-04T18:51:54.000Z}. */
  static String of(Instant at) {
    return FORM.format(at);
  }
}
