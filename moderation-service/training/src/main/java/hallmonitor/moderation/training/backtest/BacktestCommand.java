package hallmonitor.moderation.training.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deploy/backtest}. */
@Command(
    name = "deploy/backtest",
    description = {
      "Shows what a draft policy would change, before it comes into force: replays the archive of"
          + " the local run, or a file of comments, through the draft and through the policy in"
          + " force. Counts by clause, each kind of change with examples, and whether a clause"
          + " falls harder on critics than on supporters.",
      "Changes nothing anywhere. Hall Monitor may run meanwhile; where it is stopped, its database"
          + " is started for the time of this.%n"
    })
public final class BacktestCommand implements Callable<Integer> {
  @Mixin private BacktestOptions options;

  public static void main(String[] arguments) {
    Tool.main(new BacktestCommand(), arguments);
  }

  @Override
  public Integer call() throws IOException, SQLException {
    options.check();
    PrintStream out = new PrintStream(System.out, false, UTF_8);
    Backtest backtest = new Backtest(options, System::getenv, System.in, System.err);
    if (options.checkOnly()) {
      backtest.check();
      out.println(options.policy() + " has no mistakes.");
    } else {
      Result result = backtest.run();
      new Report(result, out).print();
      if (options.json().isPresent()) {
        JsonReport.write(result, options.json().get());
      }
    }
    out.flush();
    return 0;
  }

  BacktestOptions options() {
    return options;
  }
}
