package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Creates the first administrator at the first start. Writes the password to the file {@code
 * first-sign-in} in the secrets folder, for the operator to show and delete; if that fails, once to
 * standard output.
 */
@ApplicationScoped
public class FirstSignIn {
  static final String USER_NAME = "admin";

  private final ConsoleUsers people;
  private final Passwords passwords;
  private final Path file;
  private final Optional<String> sessionKey;

  FirstSignIn(
      ConsoleUsers people,
      Passwords passwords,
      @ConfigProperty(name = "hallmonitor.secrets-dir") Path secrets,
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key")
          Optional<String> sessionKey) {
    this.people = people;
    this.passwords = passwords;
    this.file = secrets.resolve("first-sign-in");
    this.sessionKey = sessionKey;
  }

  void atStart(@Observes StartupEvent event, LaunchMode mode) {
    if (mode == LaunchMode.NORMAL && sessionKey.isEmpty()) {
      throw new IllegalStateException(
          "Set QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY to at least 16 secret characters and start again:"
              + " without it every restart signs everybody out.");
    }
    makeAdministratorIfThereIsNobody();
  }

  /** Does nothing except at the first start. */
  public void makeAdministratorIfThereIsNobody() {
    if (people.isEmpty()) {
      makeAdministrator();
    }
  }

  private void makeAdministrator() {
    String password = Passwords.generate();
    // The file comes first: a crash in between leaves an unused password, never a person without
    // one.
    boolean written = write(USER_NAME + " " + password + "\n");
    String hash = passwords.hash(password);
    boolean added =
        people.add(
            USER_NAME,
            "Administrator",
            Access.everywhere(ConsoleUser.ADMINISTRATOR),
            hash,
            "first-start");
    if (added && !written) {
      System.out.println("First sign-in to the console: " + USER_NAME + " " + password);
    }
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
