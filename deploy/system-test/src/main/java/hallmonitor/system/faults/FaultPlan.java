package hallmonitor.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The faults of a run, in order. The same seed always gives the same plan. */
final class FaultPlan {
  /** Longer than the sessions with the broker and the leases of accounts, which are 6 s. */
  private static final long SHORTEST_MILLIS = 6_500;

  private static final long LONGEST_MILLIS = 9_000;

  private static final FaultKind LONGEST = FaultKind.VANISH_DATABASE;

  private FaultPlan() {}

  /**
   * Plans faults. Each kind occurs once before any occurs again. The longest has its place from a
   * chance of its own, so it comes on top of what a seed planned before there was one.
   *
   * @param longestPause between two faults; a service takes seconds to start, so many faults hit
   *     parts that are starting
   */
  static List<PlannedFault> of(long seed, int faults, Duration longestPause) {
    Random chance = new Random(seed);
    Random chanceOfLongest = new Random(~seed);
    List<PlannedFault> plan = new ArrayList<>();
    while (plan.size() < faults) {
      List<FaultKind> round = new ArrayList<>(List.of(FaultKind.values()));
      round.remove(LONGEST);
      Collections.shuffle(round, chance);
      int place = plan.size() + chanceOfLongest.nextInt(round.size());
      for (FaultKind kind : round) {
        plan.add(planned(kind, longestPause, chance));
      }
      plan.add(place, planned(LONGEST, longestPause, chanceOfLongest));
    }
    return List.copyOf(plan.subList(0, faults));
  }

  private static PlannedFault planned(FaultKind kind, Duration longestPause, Random chance) {
    Duration pause = Duration.ofMillis(chance.nextLong(longestPause.toMillis()));
    Duration length = Duration.ofMillis(chance.nextLong(SHORTEST_MILLIS, LONGEST_MILLIS));
    return new PlannedFault(pause, kind, length.plus(kind.longer()));
  }
}
