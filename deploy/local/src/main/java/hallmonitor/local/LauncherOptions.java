package hallmonitor.local;

import hallmonitor.local.backup.BackupSettings;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The options on the command line. Each option can also be given as a system property: {@code
 * -Dup.port.console=9080} is {@code --port.console=9080}.
 */
final class LauncherOptions {
  private static final String SYSTEM_PROPERTY_PREFIX = "up.";

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "the folder that was built (the current one)")
  private Path root = Path.of(".");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "where everything is kept (data in the root)")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "where the district's YAML files are (config in the data folder)")
  private @Nullable Path config;

  @Option(
      names = "--otlp",
      paramLabel = "http://HOST:4318",
      description = "send traces there (none are recorded)")
  private @Nullable String otlp;

  @Option(
      names = "--backup",
      paramLabel = "FOLDER",
      description = "back up there, daily and continuously (nothing is backed up)")
  private @Nullable Path backup;

  @Option(
      names = "--backup-passphrase-file",
      paramLabel = "FILE",
      description = "seal the secrets in the backup with the passphrase in it (they are left out)")
  private @Nullable Path backupPassphraseFile;

  @Option(
      names = "--backup-keep",
      paramLabel = "N",
      defaultValue = "" + BackupSettings.KEEP,
      description = "how many daily backups stay (${DEFAULT-VALUE})")
  private int backupKeep = BackupSettings.KEEP;

  @Option(
      names = "--backup-at",
      paramLabel = "HH:MM",
      defaultValue = BackupSettings.AT,
      description = "when the daily backup is made (${DEFAULT-VALUE})")
  private LocalTime backupAt = LocalTime.parse(BackupSettings.AT);

  @Option(
      names = "--stop-with-parent",
      description = "stop when the process that started this one has gone")
  private boolean stopWithParent;

  private final Map<PortName, Integer> ports = new EnumMap<>(PortName.class);
  private final CommandSpec command;

  /**
   * @param command takes the options
   * @param property system property by name, or null
   */
  LauncherOptions(CommandSpec command, UnaryOperator<String> property) {
    this.command = command.addMixin("options", CommandSpec.forAnnotatedObject(this));
    for (PortName name : PortName.values()) {
      command.addOption(port(name));
    }
    command.defaultValueProvider(fromProperties(property));
  }

  private OptionSpec port(PortName name) {
    return OptionSpec.builder(name.option())
        .type(Integer.class)
        .paramLabel("N")
        .defaultValue(Integer.toString(name.standard()))
        .description("port of %s (%d)".formatted(name.what(), name.standard()))
        .setter(
            new picocli.CommandLine.Model.ISetter() {
              @Override
              @SuppressWarnings("unchecked")
              public <T> T set(T value) {
                return (T) ports.put(name, (Integer) value);
              }
            })
        .build();
  }

  /** A property without a value, {@code -Dup.stop-with-parent}, is a flag. */
  private static IDefaultValueProvider fromProperties(UnaryOperator<String> property) {
    return argument -> {
      if (!(argument instanceof OptionSpec option) || option.usageHelp()) {
        return null;
      }
      String value =
          property.apply(SYSTEM_PROPERTY_PREFIX + option.longestName().substring("--".length()));
      return "".equals(value) && option.arity().max() == 0 ? "true" : value;
    };
  }

  /**
   * After the command line was read.
   *
   * @throws ParameterException if a port is invalid or used twice, or a backup option is wrong
   */
  StackSettings settings() {
    return new StackSettings(
        root,
        Optional.ofNullable(data).orElse(root.resolve("data")),
        Optional.ofNullable(config),
        ports(),
        Optional.ofNullable(otlp),
        backup(),
        Map.of());
  }

  private Optional<BackupSettings> backup() {
    if (backupKeep < 1) {
      throw new ParameterException(
          command.commandLine(), "--backup-keep must be 1 or more, not " + backupKeep + ".");
    }
    if (backup == null && backupPassphraseFile != null) {
      throw new ParameterException(
          command.commandLine(), "--backup-passphrase-file needs --backup=FOLDER.");
    }
    return Optional.ofNullable(backup)
        .map(
            folder ->
                new BackupSettings(
                    folder, Optional.ofNullable(backupPassphraseFile), backupKeep, backupAt));
  }

  private Ports ports() {
    try {
      return new Ports(ports);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "Wrong port: " + e.getMessage() + ".");
    }
  }

  /** Whether to stop everything when the parent process is gone. */
  boolean stopWithParent() {
    return stopWithParent;
  }
}
