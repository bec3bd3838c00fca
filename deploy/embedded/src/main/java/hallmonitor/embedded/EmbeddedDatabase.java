package hallmonitor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL 17 server, reachable on 127.0.0.1 only and by password only. Durable: a commit
 * survives kill -9 of the server. It does not outlive this JVM, not even one that is killed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The one database; each service has its schema in it. */
  public static final String DATABASE = "hallmonitor";

  /** SQLSTATE of a refused password. */
  private static final String WRONG_PASSWORD = "28P01";

  /** PostgreSQL's own form; names of time zones are not known yet when it reads this one. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

  private final PostgresCluster cluster;
  private final OrphanGuard guard;
  private final int port;
  private final DatabasePasswords passwords;
  private final Optional<WalArchive> archive;

  private EmbeddedDatabase(
      PostgresCluster cluster,
      int port,
      DatabasePasswords passwords,
      Optional<WalArchive> archive) {
    this.cluster = cluster;
    this.port = port;
    this.passwords = passwords;
    this.archive = archive;
    this.guard = OrphanGuard.runWhenAbandoned(cluster.stopCommand());
  }

  /** Returns the version of PostgreSQL that is packed, such as 17.7.0. */
  public static String version() {
    return PostgresBinaries.VERSION;
  }

  /**
   * Starts without an archive on the files in {@code directory}, which are created if they do not
   * exist.
   *
   * @param passwords the superuser's must be the one of the first start; the roles' may change
   * @throws CannotStart if something on this machine prevents it
   */
  public static EmbeddedDatabase start(Path directory, int port, DatabasePasswords passwords) {
    return start(directory, port, passwords, Optional.empty());
  }

  /**
   * Starts on the files in {@code directory}, which are created if they do not exist.
   *
   * @param passwords the superuser's must be the one of the first start; the roles' may change
   * @param archive where to keep the log of changes; empty to keep none
   * @throws CannotStart if something on this machine prevents it
   */
  public static EmbeddedDatabase start(
      Path directory, int port, DatabasePasswords passwords, Optional<WalArchive> archive) {
    PostgresCluster cluster = cluster(directory);
    cluster.create(passwords.superuser());
    cluster.clearLeftOver();
    cluster.start(port, archive);
    return started(cluster, port, passwords, archive);
  }

  /**
   * Creates the files if they do not exist, so that the database has its identifier before it
   * starts.
   *
   * @throws CannotStart if something on this machine prevents it
   */
  public static void create(Path directory, DatabasePasswords passwords) {
    cluster(directory).create(passwords.superuser());
  }

  /**
   * Starts on restored files and replays what the archive has after them.
   *
   * @param passwords those that belong to the restored database
   * @param timeline of the log to follow, which the restored files are on or which branches off
   *     after them
   * @param until the last moment to recover; empty for the newest one
   * @return the database, which from now on is one of its own and archives nothing
   * @throws CannotStart if it cannot be recovered; the message names the server's log
   */
  public static EmbeddedDatabase recover(
      Path directory,
      int port,
      DatabasePasswords passwords,
      WalArchive archive,
      long timeline,
      Optional<Instant> until) {
    PostgresCluster cluster = cluster(directory);
    cluster.recover(port, archive, timeline, until.map(MOMENT::format));
    awaitEndOfRecovery(cluster, port, passwords);
    return started(cluster, port, passwords, Optional.empty());
  }

  /**
   * Creates a database that answers a commit when a standby has it, for a test of its loss.
   *
   * @param standby gets a copy of the files, for {@link #follow}
   */
  public static void createFollowed(Path directory, Path standby, DatabasePasswords passwords) {
    create(directory, passwords);
    PrivateFiles.folder(standby);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(
            file, standby.resolve(directory.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
      Files.writeString(
          directory.resolve("cluster/postgresql.auto.conf"),
          PostgresSettings.FOLLOWED,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a standby, which takes changes once its owner has called {@code pg_promote()}.
   *
   * @param directory the copy that {@link #createFollowed} made
   * @param passwords those of the primary
   * @param primary its port; it may start later
   */
  public static EmbeddedDatabase follow(
      Path directory, int port, DatabasePasswords passwords, int primary) {
    PostgresCluster cluster = cluster(directory);
    cluster.follow(port, primary, passwords.superuser());
    return new EmbeddedDatabase(cluster, port, passwords, Optional.empty());
  }

  /** {@code pg_ctl} returns as soon as the files are consistent. */
  private static void awaitEndOfRecovery(
      PostgresCluster cluster, int port, DatabasePasswords passwords) {
    while (!DatabaseRoles.accepts("127.0.0.1:" + port, passwords)) {
      if (cluster.pid().flatMap(ProcessHandle::of).isEmpty()) {
        throw new CannotStart(
            "The database cannot be recovered; its log says why: " + cluster.log());
      }
      PostgresCluster.pause();
    }
  }

  private static PostgresCluster cluster(Path directory) {
    UserNamespace.check();
    Path absolute = directory.toAbsolutePath().normalize();
    PrivateFiles.folder(absolute);
    return new PostgresCluster(PostgresBinaries.unpacked(), absolute);
  }

  private static EmbeddedDatabase started(
      PostgresCluster cluster,
      int port,
      DatabasePasswords passwords,
      Optional<WalArchive> archive) {
    EmbeddedDatabase database = new EmbeddedDatabase(cluster, port, passwords, archive);
    try {
      database.createRoles();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  /**
   * Stops the server of a launcher that was killed, so that its port is free; does nothing if there
   * is none.
   */
  public static void stopLeftOver(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      new PostgresCluster(PostgresBinaries.unpacked(), absolute).clearLeftOver();
    }
  }

  /** Starts the server again on the same port after it died. */
  public void restart() {
    cluster.clearLeftOver();
    cluster.start(port, archive);
  }

  /** Returns the address without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  public String password(DatabaseRole role) {
    return passwords.of(role);
  }

  /** Opens a new connection each time; meant for tests and tools. */
  public DataSource dataSource(DatabaseRole role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser(role.sqlName());
    source.setPassword(password(role));
    return source;
  }

  /** Opens a new connection of the database's owner each time; meant for backups. */
  public DataSource ownersDataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser("postgres");
    source.setPassword(passwords.superuser());
    return source;
  }

  /** Returns the process id of the server's first process. */
  public long pid() {
    return cluster
        .pid()
        .orElseThrow(() -> new IllegalStateException("the database server is not running"));
  }

  public boolean isRunning() {
    return cluster.pid().flatMap(ProcessHandle::of).isPresent();
  }

  /**
   * Ends open connections, writes everything out and stops the server; does nothing if it is gone
   * already.
   */
  @Override
  public void close() {
    if (isRunning()) {
      cluster.stop();
    }
    guard.close();
  }

  private void createRoles() {
    try {
      DatabaseRoles.create("127.0.0.1:" + port, passwords);
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new CannotStart(
            "The database refuses the superuser's password: bring back the secrets that belong to"
                + " this data folder, or start on a new one with --data.",
            e);
      }
      throw new IllegalStateException("the database's roles could not be made", e);
    }
  }
}
