package hallmonitor.bench.queue;

import hallmonitor.bench.FigureOutput;
import hallmonitor.bench.Figures;
import hallmonitor.bench.NumberOptions;
import hallmonitor.bench.Quantiles;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.local.PortName;
import hallmonitor.settings.tool.Tool;
import hallmonitor.system.ConsoleClient;
import hallmonitor.system.ScratchStack;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the queue of a whole stack over HTTP while very many cases wait. */
@Command(
    name = "deploy/bench/queue",
    description =
        "Measures how long the review queue takes to open with very many open cases, on free ports"
            + " and with data of its own; nothing else should run beside it. Prints the median of"
            + " 20 requests for the page and for several filters, of opening the next case, and of"
            + " 200 decisions (or as many as there are open cases) one after another, none of which may be lost.%n")
public final class QueueBench implements Callable<Integer> {
  private static final int REQUESTS = 20;
  private static final int WARM_UP = 10;
  private static final int DECISIONS = 200;

  private static final List<String> LISTS =
      List.of(
          "/queue?state=open",
          "/queue?state=open&building=building-3",
          "/queue?state=open&account=account-7",
          "/queue?state=open&platform=platform-1",
          "/queue?state=open&category=category-2",
          "/queue?state=open&clause=2.9",
          "/queue?state=open&language=es",
          "/queue?state=open&building=building-3&category=category-3",
          "/queue?state=open&building=building-3&clause=2.4",
          "/queue?state=unconfirmed",
          "/queue?state=unconfirmed&building=building-3",
          "/queue?state=failed",
          "/queue?state=mine",
          "/queue?state=decided",
          "/queue?state=decided&clause=2.9",
          "/queue?state=open&urgency=immediate",
          "/queue?state=open&q=Author+7",
          "/queue?state=open&q=nowhere",
          "/queue/counts?state=open");

  private static final Pattern CASE = Pattern.compile("<li id=\"case-([0-9a-f-]{36})\"");

  @Option(
      names = "--open",
      paramLabel = "N",
      defaultValue = "100000",
      description = "open cases, at least 0 (${DEFAULT-VALUE})")
  private int open;

  @Option(
      names = "--decided",
      paramLabel = "N",
      defaultValue = "100000",
      description = "decided cases, at least 0 (${DEFAULT-VALUE})")
  private int decided;

  @Option(
      names = "--copies",
      paramLabel = "N",
      defaultValue = "30000",
      description = "copies of one comment, put on top at the end, at least 0 (${DEFAULT-VALUE})")
  private int copies;

  @Mixin private final FigureOutput output = FigureOutput.ofStack();

  private final Figures figures = new Figures();

  public static void main(String[] arguments) {
    Tool.main(new QueueBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    NumberOptions.atLeast(0, "--open", open);
    NumberOptions.atLeast(0, "--decided", decided);
    NumberOptions.atLeast(0, "--copies", copies);
    output.check();
    output.head();
    try (ScratchStack stack = ScratchStack.start()) {
      Jdbi database = Jdbi.create(stack.stack().database().dataSource(DatabaseRole.MODERATION));
      ManyCases.put(database, open, decided);
      database.useHandle(h -> h.execute("vacuum analyze"));
      ConsoleClient console =
          ConsoleClient.signedIn(stack.address(PortName.CONSOLE), database, "bench", "moderator");
      System.out.printf(
          "%n%,d open and %,d decided cases, %d requests each%n", open, decided, REQUESTS);
      for (String list : LISTS) {
        measure(console, list, list);
      }
      if (open > 0) {
        nextCases(console);
        int most = Math.min(DECISIONS, open);
        System.out.printf("%nand a moderator who decides %d of them%n", most);
        ScriptedModerator.Shift shift =
            new ScriptedModerator(console).decide(most, database, "bench");
        times("a decision", shift.decisions());
        times("a decision and the next case", shift.withNext());
      }
      if (copies > 0) {
        ManyCases.copies(database, copies);
        database.useHandle(h -> h.execute("vacuum analyze"));
        System.out.printf("%nand %,d copies of one comment, the oldest in the queue%n", copies);
        measure(console, "/queue?state=open", "with copies: /queue?state=open");
      }
    }
    output.write(figures.byName());
    return 0;
  }

  /** Opens one case after another beside the list, as its pane does. */
  private void nextCases(ConsoleClient console) throws Exception {
    List<String> cases =
        CASE.matcher(console.get("/queue?state=open").body())
            .results()
            .map(m -> m.group(1))
            .toList();
    List<Long> millis = new ArrayList<>();
    int longest = 0;
    for (String id : cases) {
      long start = System.nanoTime();
      HttpResponse<String> answer = console.get("/cases/" + id + "/detail");
      millis.add((System.nanoTime() - start) / 1_000_000);
      longest = Math.max(longest, answer.body().length());
    }
    times("the next case", millis);
    size("the next case at most, KB", longest);
  }

  private void measure(ConsoleClient console, String path, String name) throws Exception {
    List<Long> millis = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < WARM_UP + REQUESTS; i++) {
      long start = System.nanoTime();
      HttpResponse<String> answer = console.get(path);
      long took = (System.nanoTime() - start) / 1_000_000;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + answer.statusCode());
      }
      length = answer.body().length();
      if (i >= WARM_UP) {
        millis.add(took);
      }
    }
    times(name, millis);
    size(name + ", KB", length);
  }

  private void times(String name, List<Long> millis) {
    figures.times(name + ", ms", millis);
    System.out.printf("  %-60s %s%n", name, Quantiles.of(millis));
  }

  private void size(String name, int characters) {
    figures.add(name, characters / 1024);
    System.out.printf("  %-60s %d%n", name, characters / 1024);
  }
}
