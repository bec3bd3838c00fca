package hallmonitor.notifier.evidence.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.ledger.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an uploaded file lies, no longer encrypted, while it is verified. Only this service opens
 * the folder, and empties it when it first has the desk: a killed process could not.
 */
final class UploadFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;

  /**
   * Names the folder.
   *
   * @param checkpoints tells the services of one machine apart
   */
  UploadFolder(Path checkpoints) {
    String owner = Hash.of(checkpoints.toAbsolutePath().normalize().toString().getBytes(UTF_8));
    path =
        Path.of(
            System.getProperty("java.io.tmpdir"), "hall-monitor-upload-" + owner.substring(0, 16));
  }

  Path path() {
    return path;
  }

  /**
   * Makes an empty file in it.
   *
   * @throws IOException if the folder cannot be made for this service alone
   */
  Path file() throws IOException {
    make();
    return Files.createTempFile(path, "package", ".zip");
  }

  /**
   * Removes what a killed process left behind.
   *
   * @throws IOException if the folder cannot be made for this service alone
   */
  void empty() throws IOException {
    make();
    List<Path> left;
    try (Stream<Path> all = Files.list(path)) {
      left = all.toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
  }

  private void make() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(path + " is no folder; remove it");
    }
    // Refused by the system if another user made it.
    Files.setPosixFilePermissions(path, OWNER_ONLY);
  }
}
