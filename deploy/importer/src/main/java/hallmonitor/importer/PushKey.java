package hallmonitor.importer;

import hallmonitor.settings.secret.NamedSecrets;
import hallmonitor.settings.tool.ToolFailure;

/** Finds an account's key where the ingest service finds it, too. */
final class PushKey {
  private PushKey() {}

  /**
   * Returns the first line of the secret {@code push-<account>}.
   *
   * @throws ToolFailure with what to do if there is none
   */
  static String of(String account, NamedSecrets secrets) {
    String name = "push-" + account;
    return secrets
        .findOrWarn(name)
        .flatMap(secret -> secret.lines().map(String::strip).findFirst())
        .orElseThrow(
            () ->
                new ToolFailure(
                    "There is no key for '%s': neither the file %s nor the variable %s. Give the secrets folder as --secrets, or make a key with 'openssl rand -hex 32'."
                        .formatted(account, secrets.file(name), secrets.variableOf(name))));
  }
}
