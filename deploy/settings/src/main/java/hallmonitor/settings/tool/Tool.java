package hallmonitor.settings.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a picocli command like all tools of this project: the same style of help and errors, and the
 * same exit statuses. Every tool also answers {@code --completion} with a script for bash.
 */
public final class Tool {
  /**
   * Nothing was done, or not everything: a wrong option, a broken file, an unreachable database.
   */
  public static final int FAILED = 2;

  private static final String COMPLETION = "--completion";
  private static final int WIDTH = 100;

  private Tool() {}

  /**
   * Runs the command and ends the process.
   *
   * @param command an object with picocli's annotations
   */
  public static void main(Object command, String... arguments) {
    System.exit(run(command, System.out, System.err, arguments));
  }

  /**
   * Runs the command.
   *
   * @param command an object with picocli's annotations
   * @return what the command returns; {@link #FAILED} after a sentence to {@code errors} if it
   *     cannot be carried out
   */
  public static int run(Object command, PrintStream out, PrintStream errors, String... arguments) {
    CommandLine line = new CommandLine(command);
    if (List.of(arguments).equals(List.of(COMPLETION))) {
      out.print(completion(line));
      return 0;
    }
    return style(line)
        .setOut(writer(out))
        .setErr(writer(errors))
        .setParameterExceptionHandler((e, given) -> wrongUsage(e))
        .setExecutionExceptionHandler((e, failed, given) -> broken(e, failed.getErr()))
        .execute(arguments);
  }

  /** Keeps options in declaration order; adds {@code --help} everywhere, at the end. */
  private static CommandLine style(CommandLine line) {
    line.addMixin("help", new HelpOption());
    line.getCommandSpec().usageMessage().width(WIDTH).sortOptions(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().forEach(Tool::style);
    return line;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
  }

  private static int wrongUsage(ParameterException e) {
    CommandLine line = e.getCommandLine();
    PrintWriter errors = line.getErr();
    errors.println(sentence(e));
    if (!line.getSubcommands().isEmpty()) {
      line.usage(errors);
      return FAILED;
    }
    errors.print("Usage: " + line.getHelp().synopsis("Usage: ".length()));
    errors.println(line.getCommandSpec().qualifiedName() + " --help explains it.");
    return FAILED;
  }

  private static String sentence(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    String first = unmatched.getUnmatched().get(0);
    if (!first.startsWith("-")) {
      return "'" + first + "' is not understood.";
    }
    List<String> similar = unmatched.getSuggestions();
    // The value is not shown, because it may be a secret.
    return "There is no option '"
        + first.split("=", 2)[0]
        + "'"
        + (similar.isEmpty() ? "." : "; is it one of " + String.join(", ", similar) + "?");
  }

  private static int broken(Exception e, PrintWriter errors) {
    if (e instanceof ToolFailure || e instanceof InvalidFileException) {
      errors.println(e.getMessage());
    } else if (e instanceof NoSuchFileException) {
      errors.println(e.getMessage() + ": there is no such file");
    } else if (e instanceof IOException
        || e instanceof UncheckedIOException
        || e instanceof SQLException) {
      errors.println("It broke off: " + e.getMessage());
    } else {
      errors.println("This is a mistake in the program; please report it with its cause:");
      e.printStackTrace(errors);
    }
    return FAILED;
  }

  /** Returns the script for the command as typed in the project's folder, {@code deploy/NAME}. */
  private static String completion(CommandLine line) {
    String name = line.getCommandName();
    String script = AutoComplete.bash(name, style(line));
    int register = script.lastIndexOf("complete -F");
    return script.substring(0, register)
        + "complete -F _complete_%s -o default %s ./%s%n".formatted(name, name, name);
  }
}
