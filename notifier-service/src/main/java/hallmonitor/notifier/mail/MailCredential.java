package hallmonitor.notifier.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A user and password for the mail server. Never printed. */
public record MailCredential(String user, String password) {
  /**
   * Reads the environment variable {@code HALLMONITOR_SECRET_<NAME>}, or else the file of that name
   * in the secrets folder.
   *
   * @throws IllegalArgumentException with one sentence that says what to do
   */
  public static MailCredential named(String name, Path folder, Map<String, String> environment) {
    String variable = "HALLMONITOR_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    String secret = environment.get(variable);
    if (secret == null) {
      secret = read(name, folder.resolve(name), variable);
    }
    int colon = secret.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "The secret '" + name + "' for the mail server must hold user:password.");
    }
    return new MailCredential(secret.substring(0, colon), secret.substring(colon + 1).strip());
  }

  private static String read(String name, Path file, String variable) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The secret '"
              + name
              + "' for the mail server is missing: write user:password into "
              + file.toAbsolutePath()
              + " or set "
              + variable
              + ".",
          e);
    }
  }

  @Override
  public String toString() {
    return "MailCredential[user and password withheld]";
  }
}
