package hallmonitor.importer;

import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds an account's key where the ingest service finds it, too. */
final class PushKey {
  private PushKey() {}

  /**
   * Returns the first line of the secret {@code push-<account>}.
   *
   * @param environment null for a variable that is not set
   * @throws ToolFailure with what to do if there is none
   */
  static String of(String account, Path secrets, UnaryOperator<String> environment) {
    String variable =
        "HALLMONITOR_SECRET_PUSH_" + account.toUpperCase(Locale.ROOT).replace('-', '_');
    Path file = secrets.resolve("push-" + account);
    return Optional.ofNullable(environment.apply(variable))
        .or(() -> text(file))
        .flatMap(secret -> secret.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst())
        .orElseThrow(
            () ->
                new ToolFailure(
                    "There is no key for '%s': neither the file %s nor the variable %s. Give the secrets folder as --secrets, or make a key with 'openssl rand -hex 32'."
                        .formatted(account, file, variable)));
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
