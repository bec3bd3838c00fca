package hallmonitor.moderation.training.backtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The command line options.
 *
 * @param policy the draft
 * @param against the policy to compare with
 * @param district district.yaml: kinds of accounts, names
 * @param data the local run's data folder
 * @param database a JDBC URL
 * @param file of comments; {@code -} for standard input; empty for the archive
 * @param stage 1, 2, or 0 for the highest that this build has
 * @param examples number of examples of each kind of change
 * @param checkOnly whether to read the draft and stop
 */
record BacktestOptions(
    Path policy,
    Path against,
    Path district,
    Path data,
    Optional<String> database,
    Optional<String> file,
    Optional<Path> json,
    Optional<LocalDate> since,
    int stage,
    int examples,
    boolean checkOnly) {
  static final String USAGE =
      """
      usage: deploy/backtest --policy NEW.yaml [--against OLD.yaml] [options] [FILE.ndjson | -]
        Without a file, the archive of the local run is replayed. Options:
        --check               only read the draft and name its mistakes
        --database JDBC-URL   another archive; user and password as the service's, see the README
        --data FOLDER         the local run's data folder (data)
        --config FOLDER       with the policy in force and district.yaml (DATA/config)
        --since 2026-09-01    only what was read from that day on
        --stage 1|2           without or with the second stage (2, where the build has one)
        --examples N          of each kind of change (3)
        --json FILE           writes the outcome for programs, too""";

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--policy",
          "--against",
          "--database",
          "--data",
          "--config",
          "--shipped",
          "--since",
          "--stage",
          "--examples",
          "--json");
  private static final String CHECK = "--check";

  /**
   * Parses the command line.
   *
   * @param environment {@code System::getenv}, or a test's own; null for an unset variable
   * @throws BacktestException saying which option is wrong
   */
  static BacktestOptions parse(List<String> arguments, UnaryOperator<String> environment) {
    Map<String, String> given = new HashMap<>();
    Optional<String> file = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (WITH_VALUE.contains(argument)) {
        if (i + 1 == arguments.size()) {
          throw new BacktestException(argument + " needs a value.\n" + USAGE);
        }
        given.put(argument, arguments.get(++i));
      } else if (argument.equals(CHECK)) {
        given.put(argument, "");
      } else if (argument.startsWith("--") || file.isPresent()) {
        throw new BacktestException("'" + argument + "' is not understood.\n" + USAGE);
      } else {
        file = Optional.of(argument);
      }
    }
    if (!given.containsKey("--policy")) {
      throw new BacktestException("Name the draft with --policy.\n" + USAGE);
    }
    if (file.isPresent() && given.containsKey("--database")) {
      throw new BacktestException("Name a file or a database, not both.");
    }
    Path data = Path.of(given.getOrDefault("--data", "data"));
    Path config = config(given, data, environment);
    return new BacktestOptions(
        Path.of(given.get("--policy")),
        path(given, "--against").orElse(config.resolve("policy.yaml")),
        config.resolve("district.yaml"),
        data,
        Optional.ofNullable(given.get("--database")),
        file,
        path(given, "--json"),
        Optional.ofNullable(given.get("--since")).map(BacktestOptions::day),
        number(given, "--stage", 0, 1, 2),
        number(given, "--examples", 3, 0, 1_000),
        given.containsKey(CHECK));
  }

  /** Returns the service's configured file, else the local run's, else the shipped one. */
  private static Path config(
      Map<String, String> given, Path data, UnaryOperator<String> environment) {
    Path local = data.resolve("config");
    return path(given, "--config")
        .or(() -> Optional.ofNullable(environment.apply("HALLMONITOR_CONFIG_DIR")).map(Path::of))
        .or(() -> Optional.of(local).filter(folder -> Files.exists(folder.resolve("policy.yaml"))))
        .or(() -> path(given, "--shipped"))
        .orElse(local);
  }

  private static Optional<Path> path(Map<String, String> given, String option) {
    return Optional.ofNullable(given.get(option)).map(Path::of);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BacktestException("--since takes a day such as 2026-09-01, not '" + text + "'.");
    }
  }

  private static int number(
      Map<String, String> given, String option, int otherwise, int least, int most) {
    String text = given.get(option);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,6}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw new BacktestException(
          option + " takes a number from " + least + " to " + most + ", not '" + text + "'.");
    }
    return Integer.parseInt(text);
  }
}
