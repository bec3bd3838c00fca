package hallmonitor.bench;

import hallmonitor.system.faults.FaultRun;
import java.util.List;

/**
 * The long fault test: {@code Faults [--kills=200] [--seed=1]}. Prints each broken promise and
 * exits with 1 if there is one.
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
