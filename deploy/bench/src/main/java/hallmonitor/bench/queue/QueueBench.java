package hallmonitor.bench.queue;

import hallmonitor.bench.Bench;
import hallmonitor.bench.Quantiles;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.local.PortName;
import hallmonitor.local.StackSettings;
import hallmonitor.system.ScratchStack;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens the queue of a whole stack over HTTP while very many cases wait, and prints how long it
 * took.
 */
public final class QueueBench {
  private static final int REQUESTS = 20;
  private static final int WARM_UP = 10;

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
          "/queue/counts?state=open");

  /** Bcrypt hash of the password beside it, for the account below, in a scratch database only. */
  private static final String HASH = "$2a$10$Hn3tq0Yq8oXyKk8vXo1m2uHONP/oAk2A1TdmxdSBQIiMesPl4tkgG";

  private static final String PASSWORD = "only-for-this-bench-4711";

  private QueueBench() {}

  public static void main(String[] arguments) throws Exception {
    int open = Bench.option(arguments, "open", 100_000);
    int decided = Bench.option(arguments, "decided", 100_000);
    int copies = Bench.option(arguments, "copies", 30_000);
    try (ScratchStack stack = ScratchStack.start(StackSettings::withFullSpeed)) {
      Jdbi database = Jdbi.create(stack.stack().database().dataSource(DatabaseRole.MODERATION));
      ManyCases.put(database, open, decided);
      database.useHandle(
          h -> {
            h.execute("vacuum analyze");
            h.execute(
                "insert into console_user (user_name, display_name, password_hash, role, must_change_password)"
                    + " values ('bench', 'Bench', ?, 'moderator', false)",
                HASH);
          });
      ConsoleClient console = new ConsoleClient(stack.address(PortName.CONSOLE));
      console.signIn("bench", PASSWORD);
      System.out.printf(
          "%n%,d open and %,d decided cases, %d requests each%n", open, decided, REQUESTS);
      for (String list : LISTS) {
        measure(console, list);
      }
      ManyCases.copies(database, copies);
      database.useHandle(h -> h.execute("vacuum analyze"));
      System.out.printf("%nand %,d copies of one comment, the oldest in the queue%n", copies);
      measure(console, "/queue?state=open");
    }
    System.exit(0);
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
