package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.secret.NamedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the console's secrets by name, and makes those that are its own. */
@ApplicationScoped
public class ConsoleSecrets {
  private static final System.Logger LOG = System.getLogger(ConsoleSecrets.class.getName());

  private final Path folder;
  private final NamedSecrets secrets;

  ConsoleSecrets(@ConfigProperty(name = "hallmonitor.secrets-dir") Path folder) {
    this.folder = folder;
    this.secrets = NamedSecrets.in(folder, System::getenv);
  }

  /** Returns the trimmed secret; empty if there is none. */
  public Optional<String> find(String name) {
    return secrets.findOrWarn(name);
  }

  /**
   * Creates the file if there is none, readable only by its owner; two services that do so at once
   * end up with the same.
   *
   * @throws IllegalStateException if it cannot be written, with a sentence that says what to do
   */
  public String findOrMake(String name) {
    return find(name).orElseGet(() -> make(name));
  }

  private String make(String name) {
    Path unfinished = folder.resolve(name + "." + UUID.randomUUID() + ".new");
    try {
      Files.createDirectories(folder);
      Files.createFile(unfinished, onlyMine());
      Files.writeString(unfinished, Passwords.generate() + Passwords.generate() + "\n", UTF_8);
      try {
        Files.createLink(folder.resolve(name), unfinished);
      } catch (FileAlreadyExistsException e) {
        LOG.log(System.Logger.Level.DEBUG, "the secret {0} was made by another service", name);
      }
      return find(name).orElseThrow(() -> new IOException("it cannot be read"));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The secret %s can neither be read from nor written to %s: make the folder writable, or set %s."
              .formatted(name, folder.toAbsolutePath(), secrets.variableOf(name)),
          e);
    } finally {
      forget(unfinished);
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING, "{0} is left over and can be deleted", file.getFileName());
    }
  }

  private FileAttribute<?>[] onlyMine() {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
