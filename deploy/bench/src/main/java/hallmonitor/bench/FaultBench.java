package hallmonitor.bench;

import hallmonitor.system.faults.FaultRun;
import java.util.List;

/**
 * The long form of the fault test: {@code Faults [--kills=200] [--seed=1]}. Ends with 1 when a
 * promise was broken, and says which.
 */
public final class FaultBench {
  private FaultBench() {}

  public static void main(String[] arguments) {
    int kills = Bench.option(arguments, "kills", 200);
    int seed = Bench.option(arguments, "seed", 1);
    List<String> broken;
    try (FaultRun run = new FaultRun(System.out::println)) {
      broken = run.run(new FaultRun.Order(kills, seed, 5, 6_000));
    }
    broken.forEach(line -> System.out.println("BROKEN: " + line));
    System.out.println(broken.isEmpty() ? "every promise held" : broken.size() + " broken");
    System.exit(broken.isEmpty() ? 0 : 1);
  }
}
