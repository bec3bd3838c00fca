package hallmonitor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which PostgreSQL keeps each finished segment of its log of changes (WAL), as {@code
 * wal/NAME.gz}. Scripts beside the database's files copy them, so that segments are archived by
 * every program that starts the database. An archived segment is on the disk, complete, and never
 * overwritten.
 *
 * @param folder of the backups; its file {@code installation} names the one database that archives
 *     there
 */
public record WalArchive(Path folder) {
  /** A change is in the archive at most this long after its commit, if the archive takes it. */
  static final int TIMEOUT_SECONDS = 120;

  private static final String ARCHIVE_SCRIPT = "archive-wal.sh";
  private static final String RESTORE_SCRIPT = "restore-wal.sh";
  private static final String REMEMBERED = "archived-in";

  private static final String ARCHIVE =
      """
      #!/bin/sh
      # Written at every start. Archives a finished segment: its path, its name.
      set -eu
      umask 077
      folder=%s
      if [ "$(cat "$folder/installation" 2>/dev/null)" != %s ]; then
        echo "$folder is not reachable, or belongs to another installation; nothing is archived." >&2
        exit 1
      fi
      kept=$folder/wal/$2.gz
      if [ -e "$kept" ]; then
        # Archived before a crash that made PostgreSQL forget it.
        gzip -dc "$kept" | cmp -s - "$1" && exit 0
        echo "$kept exists with other content and is not overwritten." >&2
        exit 1
      fi
      gzip -1 -n -c "$1" >"$kept.unfinished"
      sync "$kept.unfinished" 2>/dev/null || sync
      mv "$kept.unfinished" "$kept"
      sync "$folder/wal" 2>/dev/null || sync
      """;

  private static final String RESTORE =
      """
      #!/bin/sh
      # Fetches a segment: its name, the path to write.
      set -eu
      kept=%s/wal/$1.gz
      [ -e "$kept" ] || exit 1
      gzip -dc "$kept" >"$2"
      """;

  public WalArchive {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Returns the folder of the segments. */
  public Path segments() {
    return folder.resolve("wal");
  }

  /** Returns the file with the identifier of the database that archives here. */
  public Path installation() {
    return folder.resolve("installation");
  }

  /**
   * Returns the archive in which the database was run last; empty if it was run without one. The
   * log of changes has a gap where it was.
   *
   * @param database the folder of {@link EmbeddedDatabase}
   */
  public static Optional<WalArchive> lastOf(Path database) {
    try {
      return Optional.of(
          new WalArchive(Path.of(Files.readString(database.resolve(REMEMBERED)).strip())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the identifier that PostgreSQL gave the database when it was created. A restored one
   * keeps it.
   *
   * @param database the folder of {@link EmbeddedDatabase}
   * @return empty before the first start
   */
  public static Optional<String> identifier(Path database) {
    Path control = database.resolve("cluster").resolve("global").resolve("pg_control");
    if (!Files.isRegularFile(control)) {
      return Optional.empty();
    }
    ByteBuffer first = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    try (FileChannel channel = FileChannel.open(control)) {
      channel.read(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(Long.toUnsignedString(first.getLong(0)));
  }

  /** Writes what the server's next run needs and returns its settings. */
  static String prepare(Path database, Optional<WalArchive> archive) throws IOException {
    if (archive.isEmpty()) {
      Files.deleteIfExists(database.resolve(REMEMBERED));
      return "";
    }
    WalArchive used = archive.get();
    queueHistory(database, !lastOf(database).equals(archive));
    Files.writeString(
        database.resolve(ARCHIVE_SCRIPT),
        ARCHIVE.formatted(
            quoted(used.folder.toString()), quoted(identifier(database).orElse("none"))));
    Files.writeString(database.resolve(REMEMBERED), used.folder + "\n");
    return """

    # Every finished segment is kept in the backup folder.
    wal_level = replica
    archive_mode = on
    archive_timeout = %d
    archive_command = 'sh ../%s "%%p" "%%f"'
    """
        .formatted(TIMEOUT_SECONDS, ARCHIVE_SCRIPT);
  }

  /**
   * Has the files archived that tell how timelines branch. PostgreSQL queues one only if it
   * archives at that moment, which it does not while it recovers. Without them in the archive, the
   * next recovery would take the same timeline again, and its segments would not be archived.
   *
   * @param again even those that another archive has
   */
  private static void queueHistory(Path database, boolean again) throws IOException {
    Path log = database.resolve("cluster").resolve("pg_wal");
    Path marks = log.resolve("archive_status");
    if (!Files.isDirectory(marks)) {
      return;
    }
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".history")).toList()) {
        if (again || !Files.exists(marks.resolve(file.getFileName() + ".done"))) {
          Files.writeString(marks.resolve(file.getFileName() + ".ready"), "");
        }
      }
    }
  }

  /**
   * Writes what a recovery from this archive needs and returns its settings.
   *
   * @param timeline to follow
   */
  String prepareRecovery(Path database, long timeline, Optional<String> until) throws IOException {
    Files.writeString(
        database.resolve(RESTORE_SCRIPT), RESTORE.formatted(quoted(folder.toString())));
    return """

    # Recovers from a backup: no one connects before it has ended.
    wal_level = replica
    hot_standby = off
    max_wal_size = 4GB
    restore_command = 'sh ../%s "%%f" "%%p"'
    recovery_target_action = promote
    recovery_target_timeline = '%d'
    """
            .formatted(RESTORE_SCRIPT, timeline)
        + until.map("recovery_target_time = '%s'\n"::formatted).orElse("");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
