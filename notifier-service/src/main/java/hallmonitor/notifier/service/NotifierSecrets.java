package hallmonitor.notifier.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Secrets by name: from the environment, or else one file each. */
final class NotifierSecrets {
  private NotifierSecrets() {}

  /** {@code HALLMONITOR_SECRET_<NAME>}, or the file of that name; empty when there is neither. */
  static Optional<String> named(String name, Path folder, Map<String, String> environment) {
    String variable = "HALLMONITOR_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    String given = environment.get(variable);
    if (given != null) {
      return Optional.of(given.strip());
    }
    try {
      return Optional.of(Files.readString(folder.resolve(name)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
