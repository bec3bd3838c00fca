package hallmonitor.ingest.connector.youtube;

import hallmonitor.contract.event.AccountStatus.Allowance;
import hallmonitor.ingest.account.RateBudget.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the units that one Google project has spent on the day
 * (https://developers.google.com/youtube/v3/determine_quota_cost). All channels that are read with
 * one client id share them. Google does not say how many are left, so they are counted here.
 */
final class UnitQuota {
  /** What each list costs. */
  static final int LIST = 1;

  /** What each moderation and each reply costs. */
  static final int CHANGE = 50;

  /** The day ends at midnight Pacific time. */
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  /** How the lanes share the units for reading. */
  private static final Map<Use, Double> SHARES =
      Map.of(Use.LIVE, 0.5, Use.RECONCILE, 0.3, Use.POSTS, 0.05, Use.BACKFILL, 0.15);

  /**
   * Units a day for the older comments of one channel that are enough to look for edits for the
   * whole time: a list shows 100 threads, so 20,000 of them are re-read within a day.
   */
  private static final double FOR_ALL = 200;

  private static final Duration LEAST = Duration.ofDays(2);

  private final InstantSource clock;
  private final long unitsADay;
  private final Map<String, LocalDate> accounts = new HashMap<>();
  private LocalDate day;
  private long spent;

  UnitQuota(InstantSource clock, long unitsADay) {
    this.clock = clock;
    this.unitsADay = unitsADay;
    this.day = today();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PACIFIC);
  }

  private void turnTheDay() {
    LocalDate today = today();
    if (!today.equals(day)) {
      day = today;
      spent = 0;
    }
  }

  synchronized void spend(String account, int units) {
    turnTheDay();
    accounts.put(account, day);
    spent += units;
  }

  /** Counts all units of the day as spent, as Google said. */
  synchronized void exhausted() {
    turnTheDay();
    spent = Math.max(spent, unitsADay);
  }

  /** Returns what is left, from 0 to 1. */
  synchronized double left() {
    turnTheDay();
    return Math.max(0, unitsADay - spent) / (double) unitsADay;
  }

  /**
   * Returns the number of hides that the remaining units allow. Each needs a read and a change;
   * hides in one call share the change, so more are often possible.
   */
  synchronized Allowance allowance() {
    turnTheDay();
    return new Allowance(
        Math.max(0, unitsADay - spent) / (LIST + CHANGE), clock.instant().plus(untilReset()));
  }

  Duration untilReset() {
    Instant now = clock.instant();
    Instant midnight =
        LocalDate.ofInstant(now, PACIFIC).plusDays(1).atStartOfDay(PACIFIC).toInstant();
    return Duration.between(now, midnight).plusSeconds(1);
  }

  /**
   * Returns how long a lane of one account pauses after a read, so that the units for reading last
   * until the day ends.
   *
   * @param units what the read cost
   */
  synchronized Duration rest(Use lane, int units) {
    turnTheDay();
    double mine = (left() - lane.leaves()) * unitsADay * share(lane);
    if (mine < 1) {
      return untilReset();
    }
    long sharing = Math.max(1, accounts.values().stream().filter(day::equals).count());
    double seconds = untilReset().toSeconds() * (double) units * sharing / mine;
    return Duration.ofSeconds(Math.min((long) Math.ceil(seconds), untilReset().toSeconds()));
  }

  /**
   * Returns how long to look for edits of a channel's comments, depending on the units that its
   * sweeps may spend in a day beyond those for the newest comments.
   *
   * @param longest the result if units do not matter
   */
  synchronized Duration editsFor(Duration longest) {
    turnTheDay();
    long sharing =
        accounts.values().stream().filter(last -> !last.isBefore(day.minusDays(1))).count();
    double units = unitsADay * (1 - Use.OLDER.leaves()) * share(Use.RECONCILE);
    double part = Math.min(1, units / Math.max(1, sharing) / FOR_ALL);
    Duration affordable = Duration.ofDays((long) (longest.toDays() * part));
    return affordable.compareTo(LEAST) > 0 ? affordable : LEAST;
  }

  private static double share(Use lane) {
    return SHARES.getOrDefault(lane, 0.0);
  }

  /** Returns the count in a form that a cursor can keep, so that it outlives a restart. */
  synchronized String mark() {
    turnTheDay();
    return day + "/" + spent;
  }

  /** Raises the count to an earlier {@link #mark} of the same day. */
  synchronized void raiseTo(String mark) {
    turnTheDay();
    String[] parts = mark.split("/", 2);
    try {
      if (parts.length == 2 && LocalDate.parse(parts[0]).equals(day)) {
        spent = Math.max(spent, Long.parseLong(parts[1]));
      }
    } catch (DateTimeParseException | NumberFormatException e) {
      // It only improved the count.
    }
  }
}
