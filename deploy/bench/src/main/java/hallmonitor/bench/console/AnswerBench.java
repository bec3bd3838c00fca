package hallmonitor.bench.console;

import hallmonitor.bench.FigureOutput;
import hallmonitor.bench.NumberOptions;
import hallmonitor.bench.OldComments;
import hallmonitor.bench.ProcessorSeconds;
import hallmonitor.bench.ServiceMemory;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.system.ScratchStack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the package of a request with very many items on a whole stack. */
@Command(
    name = "deploy/bench/answer",
    description =
        "Measures how long the package of a large request takes, and the memory of the moderation"
            + " service meanwhile; on free ports and with data of its own. One item in twenty is"
            + " withheld and one redacted. Prints the seconds of each state: making the files,"
            + " opening and searching them, signing, packing; and the processor time of each program."
            + " Nothing else should run beside it.%n")
public final class AnswerBench implements Callable<Integer> {
  private static final Set<String> ENDS =
      Set.of("ready", "leaking", "outdated", "failed", "too-large");
  private static final int STEP_MILLIS = 200;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "100000",
      description = "of the request, at least 1 (${DEFAULT-VALUE})")
  private int items;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  /** Where a package is. */
  public record Progress(String state, long done, int files, long bytes) {}

  public static void main(String[] arguments) {
    Tool.main(new AnswerBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(1, "--items", items);
    output.check();
    output.head();
    try (ScratchStack stack = ScratchStack.start()) {
      DataSource tables = stack.stack().database().dataSource(DatabaseRole.MODERATION);
      Jdbi database = Jdbi.create(tables);
      OldComments.put(tables, items);
      UUID answer = DecidedRequest.put(database);
      ProcessorSeconds processors = new ProcessorSeconds(stack.stack().database().pid());
      Map<String, Object> figures = measured(database, answer);
      processors
          .seconds()
          .forEach((program, used) -> figures.put("processor, seconds: " + program, used));
      figures.forEach((name, figure) -> System.out.printf("%-40s %s%n", name, figure));
      output.write(figures);
    }
    return 0;
  }

  private Map<String, Object> measured(Jdbi database, UUID answer) throws InterruptedException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    long start = System.nanoTime();
    long since = start;
    long nextLine = start;
    long mostMegabytes = 0;
    Progress now = progress(database, answer);
    while (!ENDS.contains(now.state())) {
      Thread.sleep(STEP_MILLIS);
      mostMegabytes = Math.max(mostMegabytes, ServiceMemory.megabytes("moderation-service"));
      Progress next = progress(database, answer);
      long moment = System.nanoTime();
      seconds.merge(now.state() + ", seconds", (moment - since) / 1e9, Double::sum);
      since = moment;
      now = next;
      if (moment >= nextLine) {
        System.out.printf(
            "  %5.0f s  %s, %,d items in %d PDFs%n",
            (moment - start) / 1e9, now.state(), now.done(), now.files());
        nextLine = moment + 10_000_000_000L;
      }
    }
    if (!now.state().equals("ready")) {
      throw new ToolFailure("The package ended as " + now.state() + "; it was not measured.");
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("items", items);
    seconds.forEach((state, time) -> figures.put(state, Math.round(time * 10) / 10.0));
    figures.put("all, seconds", Math.round((since - start) / 1e8) / 10.0);
    figures.put("PDF files", now.files());
    figures.put("package, MB", now.bytes() >> 20);
    figures.put("moderation service at most, MB", mostMegabytes);
    return figures;
  }

  private static Progress progress(Jdbi database, UUID answer) {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select state, done, files, bytes from records_answer where answer_id = :id")
                .bind("id", answer)
                .map(
                    (row, context) ->
                        new Progress(
                            row.getString("state"),
                            row.getLong("done"),
                            row.getInt("files"),
                            row.getLong("bytes")))
                .one());
  }
}
