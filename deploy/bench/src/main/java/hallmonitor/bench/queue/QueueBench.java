package hallmonitor.bench.queue;

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
import picocli.CommandLine.Option;

/** Opens the queue of a whole stack over HTTP while very many cases wait. */
@Command(
    name = "deploy/bench/queue",
    description =
        "Measures how long the review queue takes to open with very many open cases, on free ports"
            + " and with data of its own; nothing else should run beside it. Prints the median of"
            + " 20 requests for the page and for several filters, of opening the next case, and of"
            + " 200 decisions one after another, none of which may be lost.%n")
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
      description = "open cases (${DEFAULT-VALUE})")
  private int open;

  @Option(
      names = "--decided",
      paramLabel = "N",
      defaultValue = "100000",
      description = "decided cases (${DEFAULT-VALUE})")
  private int decided;

  @Option(
      names = "--copies",
      paramLabel = "N",
      defaultValue = "30000",
      description = "copies of one comment, put on top at the end (${DEFAULT-VALUE})")
  private int copies;

  public static void main(String[] arguments) {
    Tool.main(new QueueBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    try (ScratchStack stack = ScratchStack.start()) {
      Jdbi database = Jdbi.create(stack.stack().database().dataSource(DatabaseRole.MODERATION));
      ManyCases.put(database, open, decided);
      database.useHandle(h -> h.execute("vacuum analyze"));
      ConsoleClient console =
          ConsoleClient.signedIn(stack.address(PortName.CONSOLE), database, "bench", "moderator");
      System.out.printf(
          "%n%,d open and %,d decided cases, %d requests each%n", open, decided, REQUESTS);
      for (String list : LISTS) {
        measure(console, list);
      }
      nextCases(console);
      System.out.printf("%nand a moderator who decides %d of them%n", DECISIONS);
      System.out.println(new ScriptedModerator(console).decide(DECISIONS, database, "bench"));
      ManyCases.copies(database, copies);
      database.useHandle(h -> h.execute("vacuum analyze"));
      System.out.printf("%nand %,d copies of one comment, the oldest in the queue%n", copies);
      measure(console, "/queue?state=open");
    }
    return 0;
  }

  /** Opens one case after another beside the list, as its pane does. */
  private static void nextCases(ConsoleClient console) throws Exception {
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
    System.out.printf(
        "  %-60s %s, %d KB at most%n",
        "the next case, " + cases.size() + " of them", Quantiles.of(millis), longest / 1024);
  }

  private static void measure(ConsoleClient console, String path) throws Exception {
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
    System.out.printf("  %-60s %s, %d KB%n", path, Quantiles.of(millis), length / 1024);
  }
}
