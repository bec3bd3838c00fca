package hallmonitor.notifier.mail;

import hallmonitor.settings.secret.NamedSecrets;

/** A user and password for the mail server. Never printed. */
public record MailCredential(String user, String password) {
  /**
   * Reads the secret of that name.
   *
   * @throws IllegalArgumentException with one sentence that says what to do
   */
  public static MailCredential named(String name, NamedSecrets secrets) {
    String secret =
        secrets
            .find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The secret '%s' for the mail server is missing: write user:password into %s or set %s."
                            .formatted(
                                name,
                                secrets.file(name).toAbsolutePath(),
                                secrets.variableOf(name))));
    int colon = secret.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "The secret '" + name + "' for the mail server must hold user:password.");
    }
    return new MailCredential(secret.substring(0, colon), secret.substring(colon + 1));
  }

  @Override
  public String toString() {
    return "MailCredential[user and password withheld]";
  }
}
