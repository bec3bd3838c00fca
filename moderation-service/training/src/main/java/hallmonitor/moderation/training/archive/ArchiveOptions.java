package hallmonitor.moderation.training.archive;

import hallmonitor.settings.tool.DatabaseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that select the archive, its first day, and the district's files for it. */
public final class ArchiveOptions {
  private final String root = System.getProperty("hallmonitor.root", ".");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private @Nullable LocalDate since;

  @Option(
      names = "--since",
      paramLabel = "2026-09-01",
      description = "only what was read from that day on")
  private void since(String day) {
    try {
      since = LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          command.commandLine(),
          "--since takes a day such as 2026-09-01, not '%s'.".formatted(day));
    }
  }

  @Mixin private DatabaseOptions database = new DatabaseOptions("moderation");

  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "with the policy in force and district.yaml (config in the data folder)")
  private @Nullable Path config;

  @Option(names = "--shipped", hidden = true)
  private Path shipped = Path.of(root, "deploy/config");

  public Optional<LocalDate> since() {
    return Optional.ofNullable(since);
  }

  /** Returns whether another database than the configured one is named. */
  public boolean namesDatabase() {
    return database.named();
  }

  /** Returns the local run's data folder. */
  public Path data() {
    return database.data();
  }

  /**
   * Finds the archive.
   *
   * @param environment null for a variable that is not set
   * @throws hallmonitor.settings.tool.ToolFailure if there is none, saying what to do
   */
  public ArchiveAddress address(UnaryOperator<String> environment) {
    return new ArchiveAddress(database.address(environment));
  }

  /**
   * Returns the folder with the district's files: the named one, otherwise the service's configured
   * one, otherwise the local run's, otherwise the default one.
   *
   * @param environment null for a variable that is not set
   */
  public Path config(UnaryOperator<String> environment) {
    Path local = data().resolve("config");
    return Optional.ofNullable(config)
        .or(() -> Optional.ofNullable(environment.apply("HALLMONITOR_CONFIG_DIR")).map(Path::of))
        .orElse(Files.exists(local.resolve("policy.yaml")) ? local : shipped);
  }
}
