package hallmonitor.notifier.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds secrets by name: in the environment, otherwise in one file each. */
final class NotifierSecrets {
  private NotifierSecrets() {}

  /**
   * Reads {@code HALLMONITOR_SECRET_<NAME>}, or the file of that name; empty if there is neither.
   */
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
