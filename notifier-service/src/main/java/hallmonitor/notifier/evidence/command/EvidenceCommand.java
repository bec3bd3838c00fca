package hallmonitor.notifier.evidence.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.LedgerTables;
import hallmonitor.settings.tool.Tool;
import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;

/** {@code deploy/evidence}: verify, export, package, keeper-sql. */
@Command(
    name = "deploy/evidence",
    subcommands = {VerifyCommand.class, ExportCommand.class, PackageCommand.class},
    description = {
      "Proves and hands out what is sealed.",
      "Hall Monitor may run meanwhile; where it is stopped, its database is started for the time of"
          + " this.%n"
    },
    footer = "%nEach command has its own help: deploy/evidence verify --help")
public final class EvidenceCommand {
  private final UnaryOperator<String> environment;
  private final PrintStream out;

  /**
   * Creates the command.
   *
   * @param environment {@code System::getenv}, or a test's own; null for an unset variable
   */
  EvidenceCommand(UnaryOperator<String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    System.exit(run(List.of(arguments), System::getenv, out, System.err));
  }

  /**
   * Runs the command.
   *
   * @return 0 if done, and for verify if everything is proven; 1 if something is not right; 2 if it
   *     could not be carried out
   */
  static int run(
      List<String> arguments,
      UnaryOperator<String> environment,
      PrintStream out,
      PrintStream errors) {
    return Tool.run(
        new EvidenceCommand(environment, out), out, errors, arguments.toArray(String[]::new));
  }

  UnaryOperator<String> environment() {
    return environment;
  }

  PrintStream out() {
    return out;
  }

  @Command(
      name = "keeper-sql",
      description =
          "Prints what the administrator of another database runs, so that the ledger belongs to a"
              + " role of its own: deploy/evidence keeper-sql | psql DATABASE%n")
  private void keeperSql() {
    out.print(LedgerTables.keeperStatements());
  }
}
