package hallmonitor.local.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one copy consists of.
 *
 * @param id the moment it began, as text that sorts by time
 * @param installation the identifier of the database that it belongs to
 * @param began when copying began
 * @param ended when it was complete; the earliest moment to which it can be restored
 * @param server PostgreSQL's major version; restoring needs the same
 * @param firstSegment the first segment of the log that the copied database needs; empty for a copy
 *     of files
 * @param lastSegment the last one that it needs at least
 * @param files what was copied
 */
public record BackupManifest(
    String id,
    String installation,
    Instant began,
    Instant ended,
    int server,
    Optional<String> firstSegment,
    Optional<String> lastSegment,
    List<StoredFile> files) {
  public BackupManifest {
    files = List.copyOf(files);
  }

  /** Returns the size of the copied files, in bytes. */
  long bytes() {
    return files.stream().mapToLong(StoredFile::size).sum();
  }
}
