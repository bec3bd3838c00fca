package hallmonitor.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Prints what a backup folder holds, and proves it. */
public final class BackupListing {
  private final BackupFolder folder;
  private final PrintStream out;

  public BackupListing(BackupFolder folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /**
   * Prints the copies of the database and the moments to which each can be restored.
   *
   * @return whether there is one
   */
  public boolean print() throws IOException {
    List<BackupManifest> copies = folder.databaseCopies();
    Path wal = folder.archive().segments();
    List<String> segments = WalSegments.in(wal);
    for (BackupManifest copy : copies) {
      List<String> following = LogTimeline.newestAfter(wal, copy).of(segments);
      boolean gap = WalSegments.firstGap(following, copy.firstSegment().orElseThrow()).isPresent();
      out.printf(
          "%s  %,d MB%s%n",
          copy.ended(),
          copy.bytes() / 1_000_000,
          gap ? "  the log of changes after it has a gap" : "");
    }
    if (copies.isEmpty()) {
      out.println("There is no complete backup in " + folder.path() + " yet.");
      return false;
    }
    out.printf(
        "%d backups in %s, %,d MB in all. It can go back to any moment from %s to %s.%n",
        copies.size(),
        folder.path(),
        size() / 1_000_000,
        copies.get(0).ended(),
        newest(wal, segments).map(Instant::toString).orElse("its end"));
    return true;
  }

  private static Optional<Instant> newest(Path wal, List<String> segments) throws IOException {
    return segments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Files.getLastModifiedTime(WalSegments.file(wal, segments.get(segments.size() - 1)))
                .toInstant());
  }

  private long size() throws IOException {
    try (Stream<Path> files = Files.walk(folder.path())) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  /**
   * Reads every piece and every segment, and names what is damaged.
   *
   * @return whether all of it is right
   */
  public boolean verify() throws IOException {
    Set<String> read = new HashSet<>();
    int bad = 0;
    for (List<BackupManifest> copies : List.of(folder.databaseCopies(), folder.fileCopies())) {
      for (BackupManifest copy : copies) {
        for (StoredFile file : copy.files()) {
          for (String chunk : file.chunks()) {
            if (read.add(chunk)) {
              bad += proven(() -> folder.chunks().get(chunk, OutputStream.nullOutputStream()));
            }
          }
        }
      }
    }
    List<String> segments = WalSegments.in(folder.archive().segments());
    for (String segment : segments) {
      bad += proven(() -> unpack(WalSegments.file(folder.archive().segments(), segment)));
    }
    out.printf(
        "%,d pieces and %,d segments of the log read, %s.%n",
        read.size(), segments.size(), bad == 0 ? "all of them right" : bad + " damaged");
    return bad == 0;
  }

  /** A check that fails with what is wrong. */
  @FunctionalInterface
  private interface Check {
    void run() throws IOException;
  }

  private int proven(Check check) {
    try {
      check.run();
      return 0;
    } catch (IOException e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  private static void unpack(Path segment) throws IOException {
    try (GZIPInputStream unpacked = new GZIPInputStream(Files.newInputStream(segment))) {
      unpacked.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new DamagedBackup(
          "The segment " + segment + " of the log cannot be read: " + e.getMessage());
    }
  }
}
