package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.training.StageOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

/** What was asked for on the command line. */
final class BacktestOptions {
  private static final int MOST_EXAMPLES = 1_000;

  private final String root = System.getProperty("hallmonitor.root", ".");

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

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description =
          "another archive, as jdbc:postgresql://HOST/DATABASE; user and password as the"
              + " service is told: QUARKUS_DATASOURCE_USERNAME and _PASSWORD, or the secret"
              + " 'database-moderation' from the environment or the secrets folder")
  private @Nullable String database;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "the local run's data folder (data)")
  private Path data = Path.of(root, "data");

  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "with the policy in force and district.yaml (config in the data folder)")
  private @Nullable Path config;

  @Option(names = "--shipped", hidden = true)
  private Path shipped = Path.of(root, "deploy/config");

  private @Nullable LocalDate since;

  @Option(
      names = "--since",
      paramLabel = "2026-09-01",
      description = "only what was read from that day on")
  private void since(String day) {
    try {
      since = LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw wrong("--since takes a day such as 2026-09-01, not '%s'.".formatted(day));
    }
  }

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
   * @throws ParameterException when two options exclude each other
   */
  void check() {
    if (file != null && database != null) {
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

  /** Kinds of accounts, names. */
  Path district() {
    return config().resolve("district.yaml");
  }

  /** As named; else as the service is told; else the local run's; else what ships. */
  private Path config() {
    Path local = data.resolve("config");
    return Optional.ofNullable(config)
        .or(() -> Optional.ofNullable(environment.apply("HALLMONITOR_CONFIG_DIR")).map(Path::of))
        .orElse(Files.exists(local.resolve("policy.yaml")) ? local : shipped);
  }

  /** The local run's data folder. */
  Path data() {
    return data;
  }

  /** A JDBC URL. */
  Optional<String> database() {
    return Optional.ofNullable(database);
  }

  /** Of comments; {@code -} for standard input; empty for the archive. */
  Optional<String> file() {
    return Optional.ofNullable(file);
  }

  Optional<Path> json() {
    return Optional.ofNullable(json);
  }

  Optional<LocalDate> since() {
    return Optional.ofNullable(since);
  }

  StageOption stage() {
    return stage;
  }

  /** How many of each kind of change. */
  int examples() {
    return examples;
  }

  /** Whether to read the draft and stop. */
  boolean checkOnly() {
    return checkOnly;
  }
}
