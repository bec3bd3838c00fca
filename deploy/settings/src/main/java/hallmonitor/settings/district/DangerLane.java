package hallmonitor.settings.district;

import hallmonitor.settings.district.District.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * How long a faint danger may wait for a moderator. Nobody is called at night for it, and nobody
 * may leave it until after a weekend: so quiet hours count, and quiet days are days like others.
 *
 * @param byDay from when the case came into the lane; {@link #LEAST} to {@link #MOST}
 * @param morning from the end of quiet hours, for what came in them or would run out in them;
 *     {@link #LEAST} to {@link #MOST}
 */
public record DangerLane(Duration byDay, Duration morning) {
  static final Duration LEAST = Duration.ofMinutes(1);
  static final Duration MOST = Duration.ofHours(12);

  public DangerLane {
    Objects.requireNonNull(byDay, "byDay");
    Objects.requireNonNull(morning, "morning");
  }

  /**
   * Returns by when somebody must have decided. Times run on over a change of the clocks: two hours
   * are two hours.
   *
   * @param since when the case came into the lane
   * @param quiet the district's, of which only the hours of each day count
   */
  public Instant decideBy(Instant since, QuietHours quiet, ZoneId zone) {
    QuietTime nights = new QuietTime(new QuietHours(quiet.from(), quiet.until(), Set.of()), zone);
    Instant byDayUntil = since.plus(byDay);
    if (nights.isQuiet(since)) {
      return nights.notBefore(since).plus(morning);
    }
    return nights.isQuiet(byDayUntil) ? nights.notBefore(byDayUntil).plus(morning) : byDayUntil;
  }
}
