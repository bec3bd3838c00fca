package hallmonitor.bench;

import hallmonitor.settings.tool.Tool;
import hallmonitor.system.accounts.AccountsRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form of the test with many accounts. */
@Command(
    name = "deploy/bench/accounts",
    description =
        "Two ingest services share simulated accounts, with 200 comments in a second on one and a"
            + " few everywhere else. One after the other is killed with -9, and each third time"
            + " one stands still for longer than its lease. Looks by the platform's own log"
            + " whether anything was lost or done twice. Ends with 1 when a promise was broken,"
            + " and says which.%n")
public final class AccountsBench implements Callable<Integer> {
  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "300",
      description = "how many, at least 2 (${DEFAULT-VALUE})")
  private int accounts;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "600",
      description = "how long comments come in, at least 1 (${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--kill-every",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "from one kill to the next, at least 1 (${DEFAULT-VALUE})")
  private int killEvery;

  @Option(
      names = "--faults",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "share of the platform's answers that fail, from 0 to 1 (${DEFAULT-VALUE})")
  private double faults;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "other accounts and faults (${DEFAULT-VALUE})")
  private long seed;

  public static void main(String[] arguments) {
    Tool.main(new AccountsBench(), arguments);
  }

  @Override
  public Integer call() {
    NumberOptions.atLeast(2, "--accounts", accounts);
    NumberOptions.atLeast(1, "--seconds", seconds);
    NumberOptions.atLeast(1, "--kill-every", killEvery);
    NumberOptions.share("--faults", faults);
    AccountsRun.Order order =
        new AccountsRun.Order(
            accounts, Duration.ofSeconds(seconds), Duration.ofSeconds(killEvery), faults, seed);
    List<String> broken;
    Consumer<String> progress = System.out::println;
    try (AccountsRun run = new AccountsRun(order, progress)) {
      broken = run.run();
    }
    broken.forEach(line -> System.out.println("BROKEN: " + line));
    System.out.println(broken.isEmpty() ? "every promise held" : broken.size() + " broken");
    return broken.isEmpty() ? 0 : 1;
  }
}
