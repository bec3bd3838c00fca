package hallmonitor.moderation.store.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of an export as a .zip, which is made while it is sent. */
public final class ExportZip {
  /** Of all files; when they were made says the manifest. */
  private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-01T12:00:00Z"));

  private ExportZip() {}

  /**
   * Writes it, with one file in memory at a time.
   *
   * @throws IOException if the files are removed meanwhile
   */
  public static void write(ExportFiles files, OutputStream out) throws IOException {
    byte[] manifest = files.manifest().orElseThrow(ExportFiles.Removed::new);
    ZipOutputStream zip = new ZipOutputStream(out);
    // Nearly all of it is compressed already.
    zip.setLevel(Deflater.BEST_SPEED);
    entry(zip, "manifest.json", manifest);
    for (String name : files.names()) {
      entry(zip, name, files.content(name).orElseThrow(ExportFiles.Removed::new));
    }
    // Not closed on a fault: what was cut off would look like a whole .zip.
    zip.close();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
  }
}
