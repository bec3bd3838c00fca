package hallmonitor.local.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletes the oldest copies and whatever only they need. */
final class BackupRetention {
  private BackupRetention() {}

  /**
   * Keeps the newest copies of the database, the files from the time of the oldest of them on, and
   * their segments of the log.
   *
   * @param lock of the folder, held by the caller
   * @param keep how many copies of the database, at least 1
   */
  static void apply(BackupFolder folder, FileChannel lock, int keep) throws IOException {
    if (!lock.isOpen()) {
      throw new IllegalStateException("nothing is deleted without the lock");
    }
    List<BackupManifest> databases = folder.databaseCopies();
    if (databases.size() > keep) {
      List<BackupManifest> gone = databases.subList(0, databases.size() - keep);
      for (BackupManifest manifest : gone) {
        folder.delete(folder.databases(), manifest);
      }
      databases = databases.subList(gone.size(), databases.size());
    }
    for (BackupManifest manifest : outdated(folder.fileCopies(), databases)) {
      folder.delete(folder.files(), manifest);
    }
    Set<String> needed = new HashSet<>();
    for (List<BackupManifest> copies : List.of(databases, folder.fileCopies())) {
      copies.forEach(copy -> copy.files().forEach(file -> needed.addAll(file.chunks())));
    }
    folder.chunks().keepOnly(needed);
    var first =
        databases.stream()
            .flatMap(copy -> copy.firstSegment().stream())
            .mapToLong(WalSegments::position)
            .min();
    if (first.isPresent()) {
      WalSegments.deleteBefore(folder.archive().segments(), first.getAsLong());
    }
  }

  /** Returns copies of files that are older than the newest one before every database's copy. */
  static List<BackupManifest> outdated(List<BackupManifest> files, List<BackupManifest> databases) {
    if (databases.isEmpty()) {
      return List.of();
    }
    var oldest = databases.get(0).ended();
    List<BackupManifest> before = files.stream().filter(f -> !f.ended().isAfter(oldest)).toList();
    return before.isEmpty() ? List.of() : before.subList(0, before.size() - 1);
  }
}
