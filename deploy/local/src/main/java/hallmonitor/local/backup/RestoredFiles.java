package hallmonitor.local.backup;

import hallmonitor.embedded.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** Writes copied files; each piece proves itself on the way. */
final class RestoredFiles {
  private final Chunks chunks;

  RestoredFiles(Chunks chunks) {
    this.chunks = chunks;
  }

  /**
   * Checks that the backup has each piece, without reading them.
   *
   * @throws DamagedBackup if one is missing
   */
  void check(BackupManifest manifest) throws DamagedBackup {
    for (StoredFile file : manifest.files()) {
      for (String chunk : file.chunks()) {
        if (!chunks.has(chunk)) {
          throw new DamagedBackup(
              "The copy %s in the backup lacks a piece of %s: copy the backup folder again from where it was kept, or move this copy's manifest away to use an older one."
                  .formatted(manifest.id(), file.path()));
        }
      }
    }
  }

  /** Writes files into a folder; only their owner can read them. */
  void write(List<StoredFile> files, Path into) throws IOException {
    PrivateFiles.folder(into);
    for (StoredFile file : files) {
      Path target = inside(into, file.path());
      if (file.folder()) {
        PrivateFiles.folder(target);
      } else {
        folderOf(target);
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(target))) {
          content(file, to);
        }
        ownersOnly(target);
      }
    }
  }

  /** Returns the content of a small file. */
  byte[] read(StoredFile file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content(file, bytes);
    return bytes.toByteArray();
  }

  private void content(StoredFile file, OutputStream to) throws IOException {
    for (String chunk : file.chunks()) {
      chunks.get(chunk, to);
    }
  }

  static void writePrivately(Path file, byte[] content) throws IOException {
    folderOf(file);
    Files.write(file, content);
    ownersOnly(file);
  }

  private static void folderOf(Path file) {
    PrivateFiles.folder(Objects.requireNonNull(file.getParent(), "a file is in a folder"));
  }

  private static void ownersOnly(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** Returns a path below the folder; a backup that names another one is refused. */
  static Path inside(Path folder, String path) throws DamagedBackup {
    Path target = folder.resolve(path).normalize();
    if (!target.startsWith(folder) || target.equals(folder)) {
      throw new DamagedBackup("The backup names a file outside itself: " + path);
    }
    return target;
  }
}
