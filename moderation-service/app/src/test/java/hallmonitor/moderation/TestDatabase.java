package hallmonitor.moderation;

import hallmonitor.messaging.Database;
import hallmonitor.testparts.Parts;
import hallmonitor.testparts.PooledConnections;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The service's tables, empty, in a separate database on the server that all tests share.
 *
 * @param jdbcUrl with the database and the schema
 */
public record TestDatabase(Jdbi jdbi, String jdbcUrl, String schema) {
  private static final String SCHEMA = "moderation";
  private static final String USER = "postgres";

  /** From the repository: the class path of the system test holds those of other services, too. */
  private static final String MIGRATIONS =
      "filesystem:../../moderation-service/app/src/main/resources/db/migration";

  /**
   * No test has more at once. Older ones are dropped: the tests would otherwise leave hundreds of
   * them, each with a thousand files, and deleting these takes minutes.
   */
  private static final int KEPT = 8;

  private static final Deque<String> IN_USE = new ArrayDeque<>();

  /** Migrated once and then copied, which takes a fraction of the time. */
  private static final String MIGRATED = migrated();

  public static TestDatabase fresh() {
    return copyOf(MIGRATED);
  }

  /**
   * As an older version of the program left it.
   *
   * @param version of the newest migration that it had
   */
  public static TestDatabase at(String version) {
    TestDatabase database = copyOf("template1");
    database.migrateTo(version);
    return database;
  }

  public void migrateTo(String version) {
    migrate(jdbcUrl, version);
  }

  private static void migrate(String url, String version) {
    Flyway.configure()
        .dataSource(source(url))
        .schemas(SCHEMA)
        .locations(MIGRATIONS)
        .target(version)
        .load()
        .migrate();
  }

  private static String migrated() {
    String name = created("template1");
    migrate(url(name), "latest");
    return name;
  }

  private static synchronized TestDatabase copyOf(String template) {
    if (IN_USE.size() == KEPT) {
      drop(IN_USE.remove());
    }
    String name = created(template);
    IN_USE.add(name);
    String url = url(name);
    DataSource pool = PooledConnections.to(url, USER, password());
    return new TestDatabase(Database.of(pool).installPlugin(new PostgresPlugin()), url, SCHEMA);
  }

  private static String created(String template) {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    onServer("create database " + name + " template " + template + " strategy file_copy");
    return name;
  }

  private static void drop(String name) {
    PooledConnections.end(url(name));
    // Threads of its tests may still be connected.
    onServer("drop database " + name + " with (force)");
  }

  private static void onServer(String statement) {
    Jdbi.create(source(Parts.shared().jdbcUrl())).useHandle(h -> h.execute(statement));
  }

  private static String url(String name) {
    return Parts.shared().jdbcUrl().replaceFirst("[^/]*$", name) + "?currentSchema=" + SCHEMA;
  }

  private static String password() {
    return Parts.shared().passwords().superuser();
  }

  /** Without a pool, because no one may be connected to a database that is copied. */
  private static PGSimpleDataSource source(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(USER);
    source.setPassword(password());
    return source;
  }

  public List<Map<String, Object>> rows(String sql) {
    return jdbi.withHandle(h -> h.createQuery(sql).mapToMap().list());
  }

  public <T> T one(String sql, Class<T> type) {
    return jdbi.withHandle(h -> h.createQuery(sql).mapTo(type).one());
  }

  public int count(String table) {
    return one("select count(*) from " + table, Integer.class);
  }
}
