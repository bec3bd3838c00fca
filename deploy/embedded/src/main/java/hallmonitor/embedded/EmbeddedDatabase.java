package hallmonitor.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

  private final PostgresCluster cluster;
  private final OrphanGuard guard;
  private final int port;
  private final DatabasePasswords passwords;

  private EmbeddedDatabase(PostgresCluster cluster, int port, DatabasePasswords passwords) {
    this.cluster = cluster;
    this.port = port;
    this.passwords = passwords;
    this.guard = OrphanGuard.runWhenAbandoned(cluster.stopCommand());
  }

  /**
   * Starts on the files in {@code directory}, which are created if they do not exist.
   *
   * @param passwords the superuser's must be the one of the first start; the roles' may change
   * @throws CannotStart if something on this machine prevents it
   */
  public static EmbeddedDatabase start(Path directory, int port, DatabasePasswords passwords) {
    UserNamespace.check();
    Path absolute = directory.toAbsolutePath().normalize();
    PrivateFiles.folder(absolute);
    PostgresCluster cluster = new PostgresCluster(PostgresBinaries.unpacked(), absolute);
    cluster.create(passwords.superuser());
    cluster.clearLeftOver();
    cluster.start(port);
    EmbeddedDatabase database = new EmbeddedDatabase(cluster, port, passwords);
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
    cluster.start(port);
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
