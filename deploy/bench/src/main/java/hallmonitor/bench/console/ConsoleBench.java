package hallmonitor.bench.console;

import hallmonitor.bench.FigureOutput;
import hallmonitor.bench.NumberOptions;
import hallmonitor.bench.OldComments;
import hallmonitor.bench.queue.ManyCases;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.local.PortName;
import hallmonitor.settings.tool.Tool;
import hallmonitor.system.ConsoleClient;
import hallmonitor.system.ScratchStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens every page of the console of a whole stack while the archive is large. */
@Command(
    name = "deploy/bench/console",
    description =
        "Measures how long each page of the console takes to open for an administrator with very"
            + " many archived comments and cases, on free ports and with data of its own; nothing"
            + " else should run beside it. Follows the links from the first page to one page of"
            + " each kind and prints the median and the longest time of each, slowest first. Counts"
            + " the rows of large tables that were read without an index meanwhile, and while nobody"
            + " did anything.%n")
public final class ConsoleBench implements Callable<Integer> {
  private static final String OF_BENCH = "bench-admin";

  /** The first page, and pages that forms lead to and no link. */
  static final List<String> FIRST =
      List.of(
          "/home",
          "/comments?account=old-7",
          "/comments?link=http://127.0.0.1/%234711",
          "/queue?state=open&q=nowhere",
          "/queue?state=decided&q=Author+7",
          "/audit?actor=bench-admin",
          "/menu/counts",
          "/queue/counts?state=open");

  @Option(
      names = "--archived",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "archived comments without a case, at least 0 (${DEFAULT-VALUE})")
  private int archived;

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "100000",
      description = "cases, half of them open, at least 0 (${DEFAULT-VALUE})")
  private int cases;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "5",
      description = "measured requests for each page, at least 1 (${DEFAULT-VALUE})")
  private int requests;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  public static void main(String[] arguments) {
    Tool.main(new ConsoleBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(0, "--archived", archived);
    NumberOptions.atLeast(0, "--cases", cases);
    NumberOptions.atLeast(1, "--requests", requests);
    output.check();
    output.head();
    try (ScratchStack stack = ScratchStack.start()) {
      DataSource tables = stack.stack().database().dataSource(DatabaseRole.MODERATION);
      Jdbi database = Jdbi.create(tables);
      OldComments.put(tables, archived);
      ManyCases.put(database, cases / 2, cases - cases / 2);
      database.useHandle(h -> h.execute("vacuum analyze"));
      ConsoleFigures figures = measure(stack.address(PortName.CONSOLE), database);
      print(figures);
      output.write(figures.byName());
    }
    return 0;
  }

  private ConsoleFigures measure(String address, Jdbi database) throws Exception {
    ConsoleClient console = ConsoleClient.signedIn(address, database, OF_BENCH, "administrator");
    TableReads before = TableReads.of(database);
    List<String> found = new LinkedPages(console).from(FIRST);
    List<PageTime> pages = new ArrayList<>();
    for (String page : found) {
      pages.add(PageTime.measured(console, page, requests));
    }
    pages.sort(Comparator.comparingLong(PageTime::medianMillis).reversed());
    Thread.sleep(TableReads.REPORTED_MILLIS);
    TableReads opened = TableReads.of(database);
    long idle = System.nanoTime();
    Thread.sleep(2 * TableReads.REPORTED_MILLIS);
    return new ConsoleFigures(
        archived,
        cases,
        (System.nanoTime() - idle) / 1_000_000_000,
        TableReads.of(database).since(opened).rows(),
        opened.since(before).rows(),
        pages);
  }

  private static void print(ConsoleFigures figures) {
    System.out.printf(
        "%n%,d archived comments, %,d cases, %d pages%n    n    median       max    size%n",
        figures.archived(), figures.cases(), figures.pages().size());
    figures.pages().forEach(System.out::println);
    System.out.println("rows read without an index meanwhile: " + figures.pageRows());
    System.out.printf(
        "and in %d seconds without anybody: %s%n", figures.idleSeconds(), figures.idleRows());
  }
}
