package hallmonitor.bench;

import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The time of a start. */
@Command(
    name = "deploy/bench/start",
    description =
        "Starts everything as mvn -Pup does, on free ports and with data of its own: once on new"
            + " data, then again and again on the data that are there. Prints how long each takes"
            + " until everything is ready, and what happened when; nothing else should run beside"
            + " it.%n")
public final class StartBench implements Callable<Integer> {
  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "3",
      description = "on the data that are there; 0 for none (${DEFAULT-VALUE})")
  private int starts;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  public static void main(String[] arguments) {
    Tool.main(new StartBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(0, "--starts", starts);
    output.check();
    output.head();
    Map<String, List<StartMoment>> timelines = new LinkedHashMap<>();
    try (LocalRun run = LocalRun.begin()) {
      timelines.put("first start, on new data", printed("first start, on new data", run));
      for (int i = 1; i <= starts; i++) {
        run.stop();
        run.beginAgain();
        timelines.put("start " + i, printed("start " + i + " on these data", run));
      }
    }
    List<Double> again = new ArrayList<>();
    timelines.values().stream().skip(1).map(StartBench::seconds).sorted().forEach(again::add);
    if (!again.isEmpty()) {
      System.out.printf(
          Locale.ROOT,
          "%non existing data: min %.1f s, median %.1f s (%d starts)%n",
          again.get(0),
          again.get(again.size() / 2),
          again.size());
    }
    output.write(Map.of("secondsOnExistingData", again, "timelines", timelines));
    return 0;
  }

  private static List<StartMoment> printed(String name, LocalRun run)
      throws IOException, InterruptedException {
    List<StartMoment> moments = run.awaitUp();
    System.out.printf(Locale.ROOT, "%n%s: %.1f s%n", name, seconds(moments));
    moments.forEach(m -> System.out.printf(Locale.ROOT, "  %5.1f s  %s%n", m.seconds(), m.what()));
    return moments;
  }

  private static double seconds(List<StartMoment> moments) {
    return moments.get(moments.size() - 1).seconds();
  }
}
