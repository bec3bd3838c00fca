package hallmonitor.moderation.casework.watch;

import java.time.Duration;
import java.util.Map;

/**
 * How often the comments of accounts are looked at, and who is told if not. Whole days are school
 * days, anything else hours in which the schools are open.
 *
 * @param lookWithin the time for looking at a comment, by kind of account as in district.yaml
 * @param deputyAfter time until the deputy is told after the administrator
 * @param buildingAfter time until the building administrator is told after the deputy
 * @param faultAfter how long a fault that often passes by itself may last before anyone is told, by
 *     the clock
 */
public record WatchRules(
    Map<String, Duration> lookWithin,
    Duration deputyAfter,
    Duration buildingAfter,
    Duration faultAfter) {
  /** For everything that accounts.yaml does not say. */
  public static final WatchRules DEFAULT =
      new WatchRules(Map.of(), Duration.ofDays(1), Duration.ofDays(1), Duration.ofMinutes(30));

  private static final Duration LOOK_WITHIN = Duration.ofDays(1);

  public WatchRules {
    lookWithin = Map.copyOf(lookWithin);
  }

  /** Returns the time for looking at a comment of an account of this kind. */
  public Duration lookWithin(String kind) {
    return lookWithin.getOrDefault(kind, LOOK_WITHIN);
  }
}
