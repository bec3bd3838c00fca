package hallmonitor.notifier.evidence.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.LedgerTables;
import hallmonitor.notifier.evidence.ledger.LedgerLine;
import hallmonitor.notifier.evidence.verify.LedgerRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code deploy/evidence}: verify, export, package, keeper-sql. */
public final class EvidenceCommand {
  /** It could not be carried out; nothing is said about the evidence. */
  static final int FAILED = 2;

  private EvidenceCommand() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    System.exit(run(List.of(arguments), System::getenv, out, System.err));
  }

  /**
   * @return 0 when done, and for verify when all is proven; 1 when something is not right; 2 when
   *     it could not be carried out
   */
  static int run(
      List<String> arguments,
      UnaryOperator<String> environment,
      PrintStream out,
      PrintStream errors) {
    try {
      EvidenceOptions options = EvidenceOptions.parse(arguments);
      switch (options.command()) {
        case "verify" -> {
          return new VerifyCommand(options, environment, out).run();
        }
        case "export" -> export(options, environment, out);
        case "package" -> new PackageCommand(options, environment, Clock.systemUTC(), out).run();
        case "keeper-sql" -> out.print(LedgerTables.keeperStatements());
        default ->
            throw new CommandFailed(
                "'" + options.command() + "' is not understood.\n" + EvidenceOptions.USAGE);
      }
      return 0;
    } catch (CommandFailed e) {
      errors.println(e.getMessage());
    } catch (SQLException | IOException | UncheckedIOException e) {
      errors.println("It broke off: " + e.getMessage());
    }
    return FAILED;
  }

  private static void export(
      EvidenceOptions options, UnaryOperator<String> environment, PrintStream standard)
      throws IOException, SQLException {
    LedgerAddress address =
        LedgerAddress.find(options.get("--database"), options.data(), environment);
    try (Connection connection = address.open();
        OutputStream out =
            options.get("--out").isPresent()
                ? new BufferedOutputStream(
                    Files.newOutputStream(Path.of(options.get("--out").get())), 1 << 16)
                : standard) {
      LedgerRows.each(
          connection,
          LedgerAddress.table(connection),
          "",
          record -> {
            try {
              LedgerLine.write(record, out);
              return true;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
