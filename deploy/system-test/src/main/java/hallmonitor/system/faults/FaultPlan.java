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

  private FaultPlan() {}

  /**
   * Plans faults. Each kind occurs once before any occurs again.
   *
   * @param longestPause between two faults; a service takes seconds to start, so many faults hit
   *     parts that are starting
   */
  static List<PlannedFault> of(long seed, int faults, Duration longestPause) {
    Random chance = new Random(seed);
    List<PlannedFault> plan = new ArrayList<>();
    while (plan.size() < faults) {
      List<FaultKind> round = new ArrayList<>(List.of(FaultKind.values()));
      Collections.shuffle(round, chance);
      for (FaultKind kind : round) {
        Duration pause = Duration.ofMillis(chance.nextLong(longestPause.toMillis()));
        Duration length = Duration.ofMillis(chance.nextLong(SHORTEST_MILLIS, LONGEST_MILLIS));
        plan.add(new PlannedFault(pause, kind, length));
      }
    }
    return List.copyOf(plan.subList(0, faults));
  }
}
