package hallmonitor.bench;

import hallmonitor.settings.tool.Tool;
import hallmonitor.system.faults.FaultRun;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the fault test. */
@Command(
    name = "deploy/bench/faults",
    description =
        "Kills notifier, moderation, broker, database and mail server at random with -9 while"
            + " comments stream in, and looks what holds afterwards. About 15 minutes for 200"
            + " kills. Ends with 1 when a promise was broken, and says which.%n")
public final class FaultBench implements Callable<Integer> {
  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "200",
      description = "how many (${DEFAULT-VALUE})")
  private int kills;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "another order of kills (${DEFAULT-VALUE})")
  private int seed;

  public static void main(String[] arguments) {
    Tool.main(new FaultBench(), arguments);
  }

  @Override
  public Integer call() {
    List<String> broken;
    Consumer<String> progress = System.out::println;
    try (FaultRun run = new FaultRun(progress)) {
      broken = run.run(new FaultRun.Order(kills, seed, 5, 6_000));
    }
    broken.forEach(line -> System.out.println("BROKEN: " + line));
    System.out.println(broken.isEmpty() ? "every promise held" : broken.size() + " broken");
    return broken.isEmpty() ? 0 : 1;
  }
}
