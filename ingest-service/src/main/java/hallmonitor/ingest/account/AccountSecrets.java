package hallmonitor.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds secrets by name: in the environment variable {@code HALLMONITOR_SECRET_<NAME>} (upper case,
 * hyphens as underscores) or in the file of that name in the secrets folder. Nothing is cached, so
 * a changed secret takes effect at its next use.
 */
public final class AccountSecrets {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final Path folder;
  private final Function<String, String> environment;

  /**
   * Creates a finder.
   *
   * @param environment {@code System::getenv}, or a test's own
   */
  public AccountSecrets(Path folder, Function<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Returns the trimmed secret. Empty if there is none, or if its name could lead out of the
   * folder.
   */
  public Optional<String> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(environment.apply(variable(name)))
        .or(() -> file(name))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty());
  }

  /** Returns one sentence that tells how to provide a missing secret. */
  public String howToProvide(String name) {
    return "The secret '%s' is missing: set the environment variable %s, or put it into the file %s."
        .formatted(name, variable(name), folder.resolve(name));
  }

  private Optional<String> file(String name) {
    try {
      return Optional.of(Files.readString(folder.resolve(name), UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      System.getLogger(AccountSecrets.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "the secret {0} cannot be read ({1}); is its file readable by this service?",
              name,
              e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static String variable(String name) {
    return "HALLMONITOR_SECRET_"
        + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }
}
