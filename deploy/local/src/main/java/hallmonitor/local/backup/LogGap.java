package hallmonitor.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Marks that the log of changes was not archived for a while, so that only a new copy of the
 * database can be brought to a later moment.
 */
public final class LogGap {
  private static final String MARK = "log-has-a-gap";

  private LogGap() {}

  /**
   * Sets the mark, which outlives this process.
   *
   * @param database the folder of the embedded database
   */
  public static void open(Path database) {
    try {
      Files.createDirectories(database);
      Files.writeString(database.resolve(MARK), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isIn(Path database) {
    return Files.exists(database.resolve(MARK));
  }

  /** Removes the mark after a copy was made. */
  static void closed(Path database) throws IOException {
    Files.deleteIfExists(database.resolve(MARK));
  }
}
