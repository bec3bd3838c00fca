package hallmonitor.bench;

import hallmonitor.local.ServiceName;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.system.faults.FaultRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the fault test. */
@Command(
    name = "deploy/bench/faults",
    description =
        "Disturbs everything by a plan while comments stream in and people decide: kills and freezes"
            + " services, broker, database and mail server, parts, cuts, slows, damages and"
            + " loses connections, sends poison, overloads, fills disks. Then checks each comment's"
            + " history against what the platform saw. Ends with 1 when a promise was broken or a run"
            + " had nothing to show, and says which.%n")
public final class FaultBench implements Callable<Integer> {
  @Option(
      names = "--faults",
      paramLabel = "N",
      defaultValue = "200",
      description = "how many, at least 0 (${DEFAULT-VALUE})")
  private int faults;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "another plan of faults; the same seed plans the same (${DEFAULT-VALUE})")
  private int seed;

  @Option(names = "--two-of-each", description = "runs two of each service, which share the work")
  private boolean twoOfEach;

  @Option(
      names = "--older",
      paramLabel = "FOLDER",
      description =
          "a checkout of an older version, built there: the first of each service is of that"
              + " version, the second of this one, and the older ones end after the faults; their"
              + " verdicts may differ, so nothing is compared")
  private @Nullable Path older;

  @Option(
      names = "--without-comparison",
      description = "does not judge everything again in a run without faults")
  private boolean withoutComparison;

  public static void main(String[] arguments) {
    Tool.main(new FaultBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(0, "--faults", faults);
    if (older != null && !Files.exists(ServiceName.MODERATION.jar(older))) {
      throw new ToolFailure(
          older + " has no services: in that checkout, run mvn -q package -DskipTests first");
    }
    Consumer<String> progress = System.out::println;
    FaultRun.Order order =
        new FaultRun.Order(
            faults,
            seed,
            5,
            Duration.ofSeconds(4),
            twoOfEach || older != null,
            Optional.ofNullable(older),
            true,
            !withoutComparison && older == null);
    List<String> broken;
    try (FaultRun run = new FaultRun(order, progress)) {
      broken = run.run();
    }
    broken.forEach(line -> System.out.println("BROKEN: " + line));
    System.out.println(broken.isEmpty() ? "every promise held" : broken.size() + " broken");
    return broken.isEmpty() ? 0 : 1;
  }
}
