package hallmonitor.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.embedded.WalArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Copies the database's files while it works, as PostgreSQL's manual describes for a base backup of
 * the low-level interface: <a
 * href="https://www.postgresql.org/docs/17/continuous-archiving.html">Continuous Archiving</a>.
 */
public final class DatabaseCopy {
  private static final Duration ARCHIVED_WITHIN = Duration.ofMinutes(5);

  /** Their content must not be copied, or is useless after a restart. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");

  private final BackupFolder folder;
  private final Path database;
  private final Owner owner;
  private final InstantSource clock;

  /** Opens connections of the database's owner. */
  @FunctionalInterface
  public interface Owner {
    Connection connect() throws SQLException;
  }

  /** What a copy cost, in bytes. */
  public record Made(BackupManifest manifest, long read, long added) {}

  private record Stopped(String label, String segment) {}

  /**
   * Creates a copy's maker.
   *
   * @param database the folder of the embedded database, which runs and archives into the folder
   */
  public DatabaseCopy(BackupFolder folder, Path database, Owner owner, InstantSource clock) {
    this.folder = folder;
    this.database = database;
    this.owner = owner;
    this.clock = clock;
  }

  /**
   * Makes a copy, waits until the log that it needs is archived, and deletes the oldest copies.
   *
   * @param keep how many copies stay, at least 1
   * @throws IOException with a sentence if it cannot be made; the older ones stay
   * @throws SQLException if the database refuses
   */
  public Made make(int keep) throws IOException, SQLException {
    try (FileChannel lock = folder.lock();
        Connection connection = owner.connect()) {
      check(connection);
      Made made = copy(connection);
      folder.write(folder.databases(), made.manifest());
      LogGap.closed(database);
      if (folder.damage().isEmpty()) {
        // What a damaged copy needs is unknown: nothing is deleted before a person has looked at
        // it.
        BackupRetention.apply(folder, lock, keep);
      }
      return made;
    }
  }

  private static void check(Connection connection) throws SQLException, IOException {
    if (!text(connection, "select current_setting('archive_mode') as it").equals("on")) {
      throw new IOException(
          "The database does not archive its changes: start Hall Monitor with --backup=FOLDER.");
    }
    if (!text(connection, "select count(*) as it from pg_tablespace").equals("2")) {
      throw new IOException(
          "The database has tablespaces of its own, which this backup does not copy: back it up with pgBackRest.");
    }
  }

  private Made copy(Connection connection) throws SQLException, IOException {
    var began = clock.instant();
    String id = BackupFolder.idOf(began);
    String first =
        text(connection, "select pg_walfile_name(pg_backup_start('%s', true)) as it".formatted(id));
    Chunks.Stored stored = new Chunks.Stored();
    Path cluster = database.resolve("cluster");
    List<StoredFile> files =
        new ArrayList<>(
            new TreeCopy(folder.chunks(), stored).of(cluster, "", DatabaseCopy::isCopied));
    Stopped stopped = stop(connection);
    byte[] label = stopped.label().getBytes(UTF_8);
    files.add(
        new StoredFile(
            "backup_label",
            false,
            label.length,
            folder.chunks().put(new ByteArrayInputStream(label), stored)));
    awaitArchived(stopped.segment());
    int version =
        Integer.parseInt(text(connection, "select current_setting('server_version_num') as it"))
            / 10_000;
    BackupManifest manifest =
        new BackupManifest(
            id,
            WalArchive.identifier(database).orElseThrow(),
            began,
            clock.instant(),
            version,
            Optional.of(first),
            Optional.of(stopped.segment()),
            files);
    return new Made(manifest, stored.read(), stored.added());
  }

  static boolean isCopied(String path) {
    int slash = path.indexOf('/');
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !LEFT_OUT.contains(path)
        && !(slash > 0 && EMPTY.contains(path.substring(0, slash)) && isContent(path))
        && !name.startsWith("pgsql_tmp")
        && !name.startsWith("pg_internal.init");
  }

  /** PostgreSQL does not create this folder when it is missing. */
  private static boolean isContent(String path) {
    return !path.equals("pg_wal/archive_status") && !path.equals("pg_wal/summaries");
  }

  /** Waiting for the archive is left to {@link #awaitArchived}, which gives up. */
  private static Stopped stop(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select labelfile, pg_walfile_name(lsn - 1) as segment from pg_backup_stop(false)")) {
      row.next();
      return new Stopped(row.getString("labelfile"), row.getString("segment"));
    }
  }

  private void awaitArchived(String segment) throws IOException {
    Path file = WalSegments.file(folder.archive().segments(), segment);
    long deadline = System.nanoTime() + ARCHIVED_WITHIN.toNanos();
    while (!Files.exists(file)) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "The database does not archive its changes into %s; the end of %s says why."
                .formatted(folder.path(), database.resolve("postgresql.log")));
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while waiting for the log of changes.", e);
      }
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString("it");
    }
  }
}
