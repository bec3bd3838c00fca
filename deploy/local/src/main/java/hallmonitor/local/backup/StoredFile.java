package hallmonitor.local.backup;

import java.util.List;

/**
 * A file or an empty folder in a backup.
 *
 * @param path below the copied folder, with slashes
 * @param folder whether it is a folder, which has no chunks
 * @param size in bytes
 * @param chunks the names of its pieces, in order
 */
public record StoredFile(String path, boolean folder, long size, List<String> chunks) {
  public StoredFile {
    chunks = List.copyOf(chunks);
    if (path.isEmpty() || path.startsWith("/") || List.of(path.split("/")).contains("..")) {
      throw new IllegalArgumentException("not a path inside a backup: " + path);
    }
  }
}
