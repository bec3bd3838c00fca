package hallmonitor.importer;

import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * How far the import of a file has come: what is stored at the endpoint, and no more. Kept in a
 * small file of its own, which is replaced as a whole after each batch.
 *
 * @param account to which it is imported
 * @param size of the file in bytes
 * @param modified when the file was changed, in milliseconds since 1970
 * @param part that is being read, from 0
 * @param rows of this part that are done with
 * @param counts of all parts
 * @param reported bytes of the report that belong to what is done
 * @param finished whether all parts are done
 */
record ImportState(
    String account,
    long size,
    long modified,
    int part,
    long rows,
    ImportCounts counts,
    long reported,
    boolean finished) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ImportState start(String account, Path file) throws IOException {
    return new ImportState(
        account,
        Files.size(file),
        Files.getLastModifiedTime(file).toMillis(),
        0,
        0,
        ImportCounts.NONE,
        0,
        false);
  }

  /** Returns the state that an earlier run left; the start if there is none, or of another file. */
  static ImportState find(Path kept, String account, Path file) throws IOException {
    ImportState start = start(account, file);
    ImportState found;
    try {
      found = JSON.readValue(Files.readAllBytes(kept), ImportState.class);
    } catch (NoSuchFileException e) {
      return start;
    } catch (IOException e) {
      throw new ToolFailure(
          "%s cannot be read, so how far the import came is unknown; delete it to begin again, which doubles nothing."
              .formatted(kept));
    }
    boolean same =
        found.account.equals(start.account)
            && found.size == start.size
            && found.modified == start.modified;
    return same ? found : start;
  }

  ImportState after(int count, ImportCounts all, long report) {
    return new ImportState(account, size, modified, part, rows + count, all, report, false);
  }

  ImportState nextPart() {
    return new ImportState(account, size, modified, part + 1, 0, counts, reported, false);
  }

  ImportState whole() {
    return new ImportState(account, size, modified, part, rows, counts, reported, true);
  }

  /** Keeps it, so that a crash leaves this one or the one before. */
  void keep(Path kept) throws IOException {
    Path next = kept.resolveSibling(kept.getFileName() + ".next");
    Files.write(next, JSON.writeValueAsBytes(this));
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(next, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
