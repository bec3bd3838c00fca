package hallmonitor.exporter;

import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a bundle. A file has its name only once it is complete and on the disk. */
final class BundleFolder implements BundleStore, AutoCloseable {
  static final String LOCK = ".lock";
  private static final String UNFINISHED = ".part";

  private final Path folder;
  private final FileChannel lockFile;

  private BundleFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Opens a folder to write to, and removes what a killed export left unfinished.
   *
   * @throws ToolFailure if another export writes there, or it holds something else
   */
  static BundleFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    boolean begun =
        Files.exists(folder.resolve(Bundle.MANIFEST)) || Files.exists(folder.resolve(LOCK));
    if (!begun && !isEmpty(folder)) {
      throw new ToolFailure(
          folder + " holds other files. Name a new folder, or one in which an export was begun.");
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    FileChannel lockFile =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(lockFile)) {
      lockFile.close();
      throw new ToolFailure("Another export writes to " + folder + ". Wait until it is done.");
    }
    BundleFolder opened = new BundleFolder(folder, lockFile);
    opened.removeUnfinished();
    return opened;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void removeUnfinished() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(UNFINISHED)).toList()) {
        Files.delete(file);
      }
    }
  }

  Path path() {
    return folder;
  }

  @Override
  public Optional<byte[]> manifest() throws IOException {
    return bytes(folder);
  }

  private static Optional<byte[]> bytes(Path folder) throws IOException {
    Path file = folder.resolve(Bundle.MANIFEST);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /**
   * Reads a folder's manifest.
   *
   * @throws ToolFailure if it is of another form
   */
  static Optional<BundleManifest> read(Path folder) throws IOException {
    Optional<byte[]> json = bytes(folder);
    try {
      return json.isEmpty() ? Optional.empty() : Optional.of(Bundle.read(json.get()));
    } catch (OtherVersion e) {
      throw ToolFailure.saying(e);
    }
  }

  @Override
  public void manifest(byte[] json, long records) throws IOException {
    Files.write(unfinished(Bundle.MANIFEST), json);
    finish(Bundle.MANIFEST);
  }

  @Override
  public OutputStream begin(String name) throws IOException {
    Files.createDirectories(parent(folder.resolve(name)));
    return Files.newOutputStream(unfinished(name));
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private Path unfinished(String name) {
    return folder.resolve(name + UNFINISHED);
  }

  @Override
  public void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public void finish(String name) throws IOException {
    try (FileChannel file = FileChannel.open(unfinished(name), StandardOpenOption.WRITE)) {
      file.force(true);
    }
    Path target = folder.resolve(name);
    Files.move(
        unfinished(name),
        target,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(parent(target))) {
      directory.force(true);
    }
  }

  @Override
  public boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
