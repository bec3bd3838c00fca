package hallmonitor.bench;

import hallmonitor.local.practice.CommentStore;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The memory of everything of a local run at rest. */
@Command(
    name = "deploy/bench/memory",
    description =
        "Starts everything as mvn -Pup does, on free ports and with data of its own, streams"
            + " comments until the models have read some, waits, and prints the physical memory of"
            + " each program in MB (Linux only).%n")
public final class MemoryBench implements Callable<Integer> {
  private static final int A_SECOND = 25;

  @Option(
      names = "--comments",
      paramLabel = "N",
      defaultValue = "500",
      description = "streamed before, 25 a second; 0 for none (${DEFAULT-VALUE})")
  private int comments;

  @Option(
      names = "--rest",
      paramLabel = "SECONDS",
      defaultValue = "90",
      description = "between the last comment and the look (${DEFAULT-VALUE})")
  private int rest;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  public static void main(String[] arguments) {
    Tool.main(new MemoryBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(0, "--comments", comments);
    NumberOptions.atMost(CommentStore.MOST, "--comments", comments);
    NumberOptions.atLeast(0, "--rest", rest);
    if (!Files.isReadable(Path.of("/proc/self/smaps_rollup"))) {
      throw new ToolFailure(
          "Only Linux says how much memory a process has to itself; run this there.");
    }
    output.check();
    output.head();
    try (LocalRun run = LocalRun.begin()) {
      run.awaitUp();
      stream(run);
      Thread.sleep(rest * 1_000L);
      List<ProgramMemory> programs = MemoryUse.of(run);
      print(programs);
      output.write(Map.of("comments", comments, "restSeconds", rest, "megabytes", programs));
    }
    return 0;
  }

  private void stream(LocalRun run) throws InterruptedException {
    if (comments == 0) {
      return;
    }
    run.practice().stream(
        Map.of("rate", A_SECOND, "count", comments, "seed", 11, "violating", 0.02, "edits", 0));
    while (run.practice().streamProgress().path("running").asBoolean()) {
      Thread.sleep(500);
    }
  }

  private static void print(List<ProgramMemory> programs) {
    line("MB", "all", "heap", "(used)", "classes", "code", "rest");
    programs.forEach(MemoryBench::line);
    line(ProgramMemory.sum("all", programs));
  }

  private static void line(ProgramMemory memory) {
    line(
        memory.program(),
        memory.all(),
        memory.heap(),
        "(" + memory.heapUsed() + ")",
        memory.classes(),
        memory.code(),
        memory.rest());
  }

  private static void line(Object... columns) {
    System.out.printf(Locale.ROOT, "%-42s %7s %7s %7s %8s %6s %6s%n", columns);
  }
}
