package hallmonitor.moderation;

import hallmonitor.messaging.Database;
import hallmonitor.testparts.Parts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.ds.PGSimpleDataSource;

/** The service's tables in a schema of their own, empty, on the database that all tests share. */
public record TestDatabase(Jdbi jdbi, String schema) {
  public static TestDatabase fresh() {
    return at("latest");
  }

  /**
   * As an older version of the program left it.
   *
   * @param version of the newest migration that it had
   */
  public static TestDatabase at(String version) {
    String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
    Jdbi jdbi = Database.of(source(schema)).installPlugin(new PostgresPlugin());
    TestDatabase database = new TestDatabase(jdbi, schema);
    database.migrateTo(version);
    return database;
  }

  public void migrateTo(String version) {
    Flyway.configure().dataSource(source(schema)).schemas(schema).target(version).load().migrate();
  }

  private static DataSource source(String schema) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(Parts.shared().jdbcUrl());
    source.setUser("postgres");
    source.setPassword(Parts.shared().passwords().superuser());
    source.setCurrentSchema(schema);
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
