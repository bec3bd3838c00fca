package hallmonitor.ingest.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.tool.Tool;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code deploy/credential}: store, list, remove, rotate, handover-key. */
@Command(
    name = "deploy/credential",
    subcommands = {
      StoreCommand.class,
      ListCommand.class,
      RemoveCommand.class,
      RotateCommand.class,
      HandoverKeyCommand.class
    },
    description = {
      "Keeps the credentials of accounts encrypted in the database.",
      "Hall Monitor may run meanwhile; where it is stopped, its database is started for the time of"
          + " this.%n"
    },
    footer = "%nEach command has its own help: deploy/credential store --help")
public final class CredentialCommand {
  private static final int LONGEST = 64 * 1024;

  private final UnaryOperator<String> environment;
  private final InputStream in;
  private final @Nullable Console terminal;
  private final PrintStream out;

  CredentialCommand(
      UnaryOperator<String> environment,
      InputStream in,
      @Nullable Console terminal,
      PrintStream out) {
    this.environment = environment;
    this.in = in;
    this.terminal = terminal;
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    System.exit(
        run(List.of(arguments), System::getenv, System.in, System.console(), out, System.err));
  }

  /**
   * Runs the command.
   *
   * @param terminal where a person types the secret, unseen; null to read it from {@code in}
   * @return 0 if done; 1 if something is not as it should be; 2 if it could not be carried out
   */
  static int run(
      List<String> arguments,
      UnaryOperator<String> environment,
      InputStream in,
      @Nullable Console terminal,
      PrintStream out,
      PrintStream errors) {
    return Tool.run(
        new CredentialCommand(environment, in, terminal, out),
        out,
        errors,
        arguments.toArray(String[]::new));
  }

  UnaryOperator<String> environment() {
    return environment;
  }

  PrintStream out() {
    return out;
  }

  /** Returns what a person types unseen, or all that is passed in. */
  String secret(String name) throws IOException {
    if (terminal != null) {
      char[] typed = terminal.readPassword("The credential '%s' (it is not shown): ", name);
      return typed == null ? "" : new String(typed).strip();
    }
    return new String(in.readNBytes(LONGEST), UTF_8).strip();
  }
}
