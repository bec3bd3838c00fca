package hallmonitor.exporter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** Writes a part of the archive for a program that asks for it. */
public final class PartExport {
  private PartExport() {}

  /**
   * Writes what is missing of a bundle, from one snapshot.
   *
   * @param connection to moderation's schema; used by nothing else meanwhile, and afterwards as it
   *     was
   * @param fileSize bytes after which the next file is begun, at least 1; a file is longer by its
   *     last record
   * @param stops asked after each record
   * @return whether it is complete; false if it was asked to stop, so that another call goes on
   * @throws OtherVersion if it was begun before an upgrade
   */
  public static boolean write(
      Connection connection,
      ArchivePart part,
      BundleStore store,
      long fileSize,
      BooleanSupplier stops)
      throws IOException, SQLException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (Snapshot snapshot = new Snapshot(connection, part)) {
      new ArchiveExport(
              store,
              snapshot,
              Datasets.shipped(),
              part,
              fileSize,
              new ExportProgress(nowhere, InstantSource.system()),
              stops)
          .write();
      return true;
    } catch (ArchiveExport.Stopped e) {
      return false;
    }
  }
}
