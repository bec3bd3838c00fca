package hallmonitor.bench.console;

import hallmonitor.bench.FigureOutput;
import hallmonitor.bench.NumberOptions;
import hallmonitor.bench.OldComments;
import hallmonitor.bench.ProcessorSeconds;
import hallmonitor.bench.Quantiles;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.local.PortName;
import hallmonitor.settings.tool.Tool;
import hallmonitor.system.ConsoleClient;
import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches a whole stack's console while the archive is large. */
@Command(
    name = "deploy/bench/search",
    description =
        "Measures how long the first page of a search takes for a records officer with very many"
            + " archived comments, on free ports and with data of its own; nothing else should run"
            + " beside it. Asks for several kinds of things, other words each time, and prints for"
            + " each kind the median, the 95th percentile and the longest time, the processor time of"
            + " one search and the load of the machine; and the size of the index.%n")
public final class SearchBench implements Callable<Integer> {
  private static final int WARM_UP = 3;

  private static final String OF_ONE_SCHOOL = "a frequent word, for one small school";

  @Option(
      names = "--archived",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "archived comments, at least 0 (${DEFAULT-VALUE})")
  private int archived;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "40",
      description = "measured searches of each kind, at least 1 (${DEFAULT-VALUE})")
  private int requests;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "keeps the archive there, and measures again without loading if it has as many comments;"
              + " without it, everything is deleted at the end")
  private @Nullable Path data;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  public static void main(String[] arguments) {
    Tool.main(new SearchBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(0, "--archived", archived);
    NumberOptions.atLeast(1, "--requests", requests);
    output.check();
    output.head();
    KeptArchive kept = new KeptArchive(Optional.ofNullable(data), archived);
    try (ScratchStack stack = ScratchStack.start(kept::in)) {
      DataSource tables = stack.stack().database().dataSource(DatabaseRole.MODERATION);
      Jdbi database = Jdbi.create(tables);
      kept.fill(
          () -> {
            SearchedComments.put(database, archived, OldComments.put(tables, archived));
            database.useHandle(h -> h.execute("vacuum analyze"));
          });
      output.write(measured(stack, database));
    }
    return 0;
  }

  private Map<String, Object> measured(ScratchStack stack, Jdbi database) throws Exception {
    String address = stack.address(PortName.CONSOLE);
    ConsoleClient officer = ConsoleClient.signedIn(address, database, name(), "records-officer");
    long bytes = SearchedComments.bytes(database);
    System.out.printf(
        "%n%,d archived comments; the search takes %,d MB, %,d bytes for each%n",
        archived, bytes >> 20, archived == 0 ? 0 : bytes / archived);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("archived", archived);
    figures.put("bytes", bytes);
    long postgres = stack.stack().database().pid();
    // A fresh service compiles first what all searches share.
    Map<String, IntFunction<String>> kinds = SearchedKinds.all();
    kinds
        .values()
        .forEach(query -> IntStream.range(0, WARM_UP).forEach(i -> page(officer, query, i)));
    kinds.forEach((kind, query) -> figures.put(kind, measured(officer, kind, query, postgres)));
    ConsoleClient ofOneSchool = ConsoleClient.signedIn(address, database, name(), "auditor");
    database.useHandle(
        h ->
            h.execute(
                "update console_user set buildings = array['maple-high'] where user_name like 'bench-%' and role = 'auditor'"));
    figures.put(
        OF_ONE_SCHOOL, measured(ofOneSchool, OF_ONE_SCHOOL, SearchedKinds::frequent, postgres));
    return figures;
  }

  /** Returns a name that a kept archive does not have yet. */
  private static String name() {
    return "bench-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
  }

  private Map<String, Number> measured(
      ConsoleClient console, String kind, IntFunction<String> query, long postgres) {
    List<Long> millis = new ArrayList<>();
    String problems = "";
    ProcessorSeconds processors = new ProcessorSeconds(postgres);
    for (int i = 0; i < requests; i++) {
      long start = System.nanoTime();
      String page = page(console, query, i);
      millis.add((System.nanoTime() - start) / 1_000_000);
      if (page.contains("This search takes too long")) {
        problems = "  some took too long";
      }
    }
    Map<String, Double> used = processors.seconds();
    long database =
        Math.round(1_000 * used.getOrDefault(ProcessorSeconds.POSTGRES, 0.0) / requests);
    long service = Math.round(1_000 * used.getOrDefault("moderation-service", 0.0) / requests);
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Quantiles times = Quantiles.of(millis);
    System.out.printf(
        "  n=%d  median %5d ms  p95 %5d ms  max %5d ms  processor: database %3d ms, service %3d ms  load %4.1f  %s%s%n",
        requests,
        times.at(0.5),
        times.at(0.95),
        times.at(1),
        database,
        service,
        load,
        kind,
        problems);
    return Map.of(
        "n",
        requests,
        "median",
        times.at(0.5),
        "p95",
        times.at(0.95),
        "max",
        times.at(1),
        "databaseMillis",
        database,
        "serviceMillis",
        service,
        "load",
        load);
  }

  private static String page(ConsoleClient console, IntFunction<String> query, int i) {
    return page(console, "/search?" + query.apply(i));
  }

  private static String page(ConsoleClient console, String path) {
    try {
      var answer = console.get(path);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
