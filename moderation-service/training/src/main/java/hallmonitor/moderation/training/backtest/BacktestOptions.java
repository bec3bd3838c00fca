package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.training.StageOption;
import hallmonitor.moderation.training.archive.ArchiveOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options on the command line. */
final class BacktestOptions {
  private static final int MOST_EXAMPLES = 1_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Picocli refuses a command line without it. */
  @SuppressWarnings("NullAway.Init")
  @Option(names = "--policy", required = true, paramLabel = "NEW.yaml", description = "the draft")
  private Path policy;

  @Option(
      names = "--against",
      paramLabel = "OLD.yaml",
      description = "the policy to compare with (the one in force)")
  private @Nullable Path against;

  @Option(names = "--check", description = "only reads the draft and names its mistakes")
  private boolean checkOnly;

  @Mixin private ArchiveOptions archive;

  @Mixin private StageOption stage;

  private int examples = 3;

  @Option(
      names = "--examples",
      paramLabel = "N",
      description = "of each kind of change, at most 1000 (3)")
  private void examples(int number) {
    if (number < 0 || number > MOST_EXAMPLES) {
      throw wrong(
          "--examples takes a number from 0 to %d, not %d.".formatted(MOST_EXAMPLES, number));
    }
    examples = number;
  }

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "writes the outcome for programs, too")
  private @Nullable Path json;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.ndjson|-",
      description =
          "comments of deploy/classify's form, - for standard input (the archive of the local run)")
  private @Nullable String file;

  private UnaryOperator<String> environment = System::getenv;

  /**
   * @param environment {@code System::getenv}, or a test's own; null for a variable not set
   * @throws ParameterException saying which option is wrong
   */
  static BacktestOptions parse(List<String> arguments, UnaryOperator<String> environment) {
    BacktestCommand command = new BacktestCommand();
    new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
    BacktestOptions options = command.options();
    options.environment = environment;
    options.check();
    return options;
  }

  /**
   * @throws ParameterException if two options exclude each other
   */
  void check() {
    if (file != null && archive.namesDatabase()) {
      throw wrong("Name a file or a database, not both.");
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }

  /** The draft. */
  Path policy() {
    return policy;
  }

  /** The policy to compare with. */
  Path against() {
    return Optional.ofNullable(against).orElse(config().resolve("policy.yaml"));
  }

  /** The file with kinds of accounts and names. */
  Path district() {
    return config().resolve("district.yaml");
  }

  private Path config() {
    return archive.config(environment);
  }

  ArchiveOptions archive() {
    return archive;
  }

  /** A file of comments; {@code -} for standard input; empty for the archive. */
  Optional<String> file() {
    return Optional.ofNullable(file);
  }

  Optional<Path> json() {
    return Optional.ofNullable(json);
  }

  StageOption stage() {
    return stage;
  }

  /** Number of examples of each kind of change. */
  int examples() {
    return examples;
  }

  /** Whether to read the draft and stop. */
  boolean checkOnly() {
    return checkOnly;
  }
}
