package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Creates the first administrator at the first start. Writes the password to the file {@code
 * first-sign-in} in the secrets folder, for the operator to show and delete; if that fails, once to
 * standard output.
 */
@ApplicationScoped
public class FirstSignIn {
  private static final int RANDOM_LETTERS = 5;

  private final ConsoleUsers people;
  private final Passwords passwords;
  private final ConsoleDatabase database;
  private final Path file;
  private final Optional<String> sessionKey;
  private final Optional<String> firstName;

  FirstSignIn(
      ConsoleUsers people,
      Passwords passwords,
      ConsoleDatabase database,
      ConsoleConfig config,
      @ConfigProperty(name = "hallmonitor.secrets-dir") Path secrets,
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key")
          Optional<String> sessionKey) {
    this.people = people;
    this.passwords = passwords;
    this.database = database;
    this.file = secrets.resolve("first-sign-in");
    this.sessionKey = sessionKey;
    this.firstName = config.firstAdministrator();
  }

  void atStart(@Observes StartupEvent event, LaunchMode mode) {
    if (mode == LaunchMode.NORMAL && sessionKey.isEmpty()) {
      throw new IllegalStateException(
          "Set QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY to at least 16 secret characters and start again:"
              + " without it every restart signs everybody out.");
    }
    if (firstName.filter(name -> !isUserName(name)).isPresent()) {
      throw new IllegalStateException(
          "HALLMONITOR_CONSOLE_FIRST_ADMINISTRATOR is '%s'. Use small letters, digits, '.', '_' and '-', a letter or a digit first, and at most 40 of them."
              .formatted(firstName.get()));
    }
    makeAdministratorIfThereIsNobody();
  }

  private static boolean isUserName(String name) {
    return PasswordSignIn.USER_NAME.matcher(name).matches()
        && !ConsoleUsers.RESERVED.contains(name);
  }

  /** Does nothing except at the first start. */
  public void makeAdministratorIfThereIsNobody() {
    if (people.isEmpty()) {
      QuarkusTransaction.requiringNew()
          .call(this::makeAdministrator)
          .ifPresent(line -> System.out.print("First sign-in to the console: " + line));
    }
  }

  /**
   * Two instances that start at once make one person: the second waits, and then finds the first's.
   *
   * @return what the file could not take
   */
  private Optional<String> makeAdministrator() {
    database.write(
        h -> h.execute("select pg_advisory_xact_lock(hashtextextended('first_sign_in', 0))"));
    if (!people.isEmpty()) {
      return Optional.empty();
    }
    String password = Passwords.generate();
    String name = firstName.orElseGet(FirstSignIn::randomName);
    // The file comes first: a crash in between leaves an unused password, never a person without
    // one.
    String line = name + " " + password + "\n";
    boolean written = write(line);
    people.add(
        name,
        "Administrator",
        Access.everywhere(ConsoleUser.ADMINISTRATOR),
        passwords.hash(password),
        "first-start");
    people.markFirst(name);
    return written ? Optional.empty() : Optional.of(line);
  }

  /** Not the same on every installation, so that strangers do not know which name to try. */
  private static String randomName() {
    return "admin-" + Passwords.generate(RANDOM_LETTERS).toLowerCase(Locale.ROOT);
  }

  private boolean write(String line) {
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.createFile(file, onlyMine());
      Files.writeString(file, line, UTF_8);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private FileAttribute<?>[] onlyMine() {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
