package hallmonitor.settings.secret;

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
 * Finds secrets by name: in an environment variable, else in the file of that name. Nothing is
 * cached, so a changed secret takes effect at its next use.
 */
public final class NamedSecrets {
  /** How the variable of each credential of an account begins. */
  public static final String CREDENTIAL = "HALLMONITOR_CREDENTIAL_";

  private static final String SECRET = "HALLMONITOR_SECRET_";

  /** No other name reaches the file system: it could lead out of the folder. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final String prefix;
  private final Path folder;
  private final Function<String, String> environment;

  private NamedSecrets(String prefix, Path folder, Function<String, String> environment) {
    this.prefix = prefix;
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Returns the secrets of a service: {@code HALLMONITOR_SECRET_<NAME>} or files of the folder.
   *
   * @param folder the secrets folder
   * @param environment {@code System::getenv}, or a test's own; null for an unset variable
   */
  public static NamedSecrets in(Path folder, Function<String, String> environment) {
    return new NamedSecrets(SECRET, folder, environment);
  }

  /**
   * Returns the credentials of accounts: {@code HALLMONITOR_CREDENTIAL_<NAME>} or files of the
   * folder {@code accounts}.
   *
   * @param folder the secrets folder
   * @param environment as above
   */
  public static NamedSecrets credentialsIn(Path folder, Function<String, String> environment) {
    return new NamedSecrets(CREDENTIAL, folder.resolve("accounts"), environment);
  }

  /**
   * Returns the secret without the space around it; empty if there is none, or if the name has
   * other characters than letters, digits, dots, hyphens and underscores.
   *
   * @throws IllegalArgumentException if the file is there and cannot be read, saying what to do
   */
  public Optional<String> find(String name) {
    return read(name, NamedSecrets::unreadable);
  }

  /** Does the same, but takes a file that cannot be read for none, and logs it. */
  public Optional<String> findOrWarn(String name) {
    return read(
        name,
        failure -> {
          System.getLogger(NamedSecrets.class.getName())
              .log(System.Logger.Level.WARNING, failure.sentence());
          return Optional.empty();
        });
  }

  private record Failure(Path file, IOException cause) {
    String sentence() {
      return "The secret %s cannot be read (%s): let this service read the file."
          .formatted(file, cause.getClass().getSimpleName());
    }
  }

  private static Optional<String> unreadable(Failure failure) {
    throw new IllegalArgumentException(failure.sentence(), failure.cause());
  }

  private Optional<String> read(String name, Function<Failure, Optional<String>> failed) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(environment.apply(variableOf(name)))
        .or(() -> text(file(name), failed))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty());
  }

  private static Optional<String> text(Path file, Function<Failure, Optional<String>> failed) {
    try {
      return Optional.of(Files.readString(file, UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      return failed.apply(new Failure(file, e));
    }
  }

  /** Returns whether the variable is set, even to a blank text. */
  public boolean isInEnvironment(String name) {
    return environment.apply(variableOf(name)) != null;
  }

  /** Returns the file that {@link #find} reads, whether or not it is there. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Returns the environment variable that {@link #find} reads: upper case, with underscores. */
  public String variableOf(String name) {
    return prefix + upperCase(name);
  }

  /** Returns the environment variable of a service's secret. */
  public static String variable(String name) {
    return SECRET + upperCase(name);
  }

  private static String upperCase(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }
}
