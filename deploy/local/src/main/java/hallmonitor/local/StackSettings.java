package hallmonitor.local;

import hallmonitor.local.backup.BackupSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to run everything on this machine.
 *
 * @param root the built folder, with a folder for each service
 * @param data where everything is kept; created at the first start
 * @param config the folder with {@code district.yaml} and {@code policy.yaml}; if empty, {@code
 *     config} in the data folder, filled at the first start from {@code deploy/config}
 * @param ports where everything listens
 * @param otlp where the services send traces over OTLP/HTTP; no traces if empty
 * @param backup where and how to back up; nothing is backed up if empty
 * @param environment more environment variables for every service
 */
public record StackSettings(
    Path root,
    Path data,
    Optional<Path> config,
    Ports ports,
    Optional<String> otlp,
    Optional<BackupSettings> backup,
    Map<String, String> environment) {
  public StackSettings {
    root = root.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    config = config.map(folder -> folder.toAbsolutePath().normalize());
    environment = Map.copyOf(environment);
  }

  /** Returns settings with the documented ports, without traces. */
  public static StackSettings of(Path root, Path data) {
    return new StackSettings(
        root,
        data,
        Optional.empty(),
        Ports.standard(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  public StackSettings withRoot(Path folder) {
    return new StackSettings(folder, data, config, ports, otlp, backup, environment);
  }

  public StackSettings withData(Path folder) {
    return new StackSettings(root, folder, config, ports, otlp, backup, environment);
  }

  public StackSettings withPorts(Ports other) {
    return new StackSettings(root, data, config, other, otlp, backup, environment);
  }

  public StackSettings withConfig(Path folder) {
    return new StackSettings(root, data, Optional.of(folder), ports, otlp, backup, environment);
  }

  public StackSettings withEnvironment(Map<String, String> variables) {
    return new StackSettings(root, data, config, ports, otlp, backup, variables);
  }

  public StackSettings withBackup(BackupSettings settings) {
    return new StackSettings(root, data, config, ports, otlp, Optional.of(settings), environment);
  }
}
