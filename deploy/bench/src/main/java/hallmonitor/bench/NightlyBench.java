package hallmonitor.bench;

import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The short form of the measurements, for a machine that measures each night. */
@Command(
    name = "deploy/bench/nightly",
    description =
        "Runs the short form of the measurements one after the other, in ten to twenty-five"
            + " minutes, and writes each one's figures into a folder as NAME.json. Nothing else"
            + " should run beside it. Ends with 1 if one could not be measured, and measures the others all"
            + " the same.%n")
public final class NightlyBench implements Callable<Integer> {
  private static final Map<String, List<String>> MEASUREMENTS = measurements();

  @Parameters(paramLabel = "FOLDER", description = "for the figures; made if it is not there")
  private Path folder = Path.of("");

  private static Map<String, List<String>> measurements() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("pipeline", List.of("pipeline", "--comments=10000", "--threats=5"));
    all.put(
        "pipeline-first-look",
        List.of("pipeline", "--comments=20000", "--warm-up=10000", "--without-second-look"));
    all.put(
        "latency",
        List.of(
            "pipeline",
            "--comments=30000",
            "--rate=1000",
            "--warm-up=10000",
            "--without-second-look"));
    all.put(
        "burst",
        List.of(
            "pipeline",
            "--comments=50000",
            "--warm-up=20000",
            "--threats=50",
            "--without-second-look"));
    all.put("judge", List.of("judge", "firstStage"));
    all.put("escalations", List.of("escalations", "--seconds=20", "--warm-up=10"));
    all.put("console", List.of("console", "--archived=100000", "--cases=10000"));
    all.put("memory", List.of("memory", "--rest=60"));
    all.put("start", List.of("start", "--starts=2"));
    return all;
  }

  public static void main(String[] arguments) {
    Tool.main(new NightlyBench(), arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ToolFailure(folder + " is a file; name a folder for the figures.");
    }
    Files.createDirectories(folder);
    List<String> failed = new ArrayList<>();
    for (Map.Entry<String, List<String>> measurement : MEASUREMENTS.entrySet()) {
      Path figures = folder.resolve(measurement.getKey() + ".json").toAbsolutePath();
      Files.deleteIfExists(figures); // yesterday's must not pass for today's
      System.out.printf("%n== %s%n", String.join(" ", measurement.getValue()));
      if (measure(measurement.getValue(), figures) != 0 || Files.notExists(figures)) {
        failed.add(measurement.getKey());
      }
    }
    System.out.printf(
        "%n%d of %d measured; the figures are in %s.%s%n",
        MEASUREMENTS.size() - failed.size(),
        MEASUREMENTS.size(),
        folder,
        failed.isEmpty() ? "" : " Not measured: " + String.join(", ", failed) + ".");
    return failed.isEmpty() ? 0 : 1;
  }

  /** Each in its own process, so that none is warmed up by another. */
  private static int measure(List<String> tool, Path figures)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(tool);
    command.set(0, Path.of("deploy/bench", tool.get(0)).toAbsolutePath().toString());
    command.add("--json=" + figures);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
