package hallmonitor.settings.district;

import hallmonitor.settings.district.District.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * How long a faint danger may wait for a moderator. No one is called at night for it, and no one
 * may leave it until after a weekend. So quiet hours count, but quiet days are days like others.
 *
 * @param byDay from when the case entered the lane; {@link #LEAST} to {@link #MOST}
 * @param morning from the end of quiet hours, for cases that arrived in them or would run out in
 *     them; {@link #LEAST} to {@link #MOST}
 */
public record DangerLane(Duration byDay, Duration morning) {
  static final Duration LEAST = Duration.ofMinutes(1);
  static final Duration MOST = Duration.ofHours(12);

  public DangerLane {
    Objects.requireNonNull(byDay, "byDay");
    Objects.requireNonNull(morning, "morning");
  }

  /**
   * Returns the deadline for a decision. Durations ignore changes of the clocks: two hours are two
   * hours.
   *
   * @param since when the case entered the lane
   * @param quiet the district's quiet time; only its hours count, not its days
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
