package hallmonitor.notifier.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.LedgerTables;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.sealing.Ledger;
import hallmonitor.testparts.Parts;
import hallmonitor.testparts.PooledConnections;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** A separate database on the shared server, with the notifier's tables and an empty ledger. */
public final class LedgerRoom {
  /**
   * Flyway logs too much for each of these databases. Held here because loggers are weakly
   * referenced.
   */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private final String name = "ledger_" + UUID.randomUUID().toString().replace('-', '_');
  public final Jdbi database;
  public final Jdbi administrator;

  private LedgerRoom() {
    FLYWAY.setLevel(Level.WARNING);
    Jdbi server = superuser("hallmonitor");
    server.useHandle(h -> h.execute("create database " + name));
    administrator = superuser(name);
    administrator.useHandle(h -> h.execute("create schema notifier authorization notifier"));
    DataSource source = PooledConnections.to(url(name), "notifier", password());
    Flyway.configure()
        .dataSource(source)
        .defaultSchema("notifier")
        .createSchemas(false)
        .load()
        .migrate();
    database = Database.of(source);
  }

  /** As in the local run: the ledger has a separate owner. */
  public static LedgerRoom withKeeper() {
    LedgerRoom room = new LedgerRoom();
    room.giveKeeper();
    Ledger.prepare(room.database);
    return room;
  }

  /** As on a database where the administrator did nothing for the ledger. */
  public static LedgerRoom withoutKeeper() {
    LedgerRoom room = new LedgerRoom();
    Ledger.prepare(room.database);
    return room;
  }

  public void giveKeeper() {
    administrator.useHandle(
        h -> {
          try (Statement statement = h.getConnection().createStatement()) {
            statement.execute(LedgerTables.keeperStatements());
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  public String jdbcUrl() {
    return url(name);
  }

  public static String password() {
    return Parts.shared().passwords().roles().get(DatabaseRole.NOTIFIER);
  }

  public void add(EvidenceEntry... entries) {
    database.useTransaction(t -> Evidence.add(t, List.of(entries)));
  }

  public static EvidenceEntry capture(UUID caseId, Object content) {
    return new EvidenceEntry(
        UUID.randomUUID(),
        caseId,
        EvidenceEntry.CAPTURE,
        content,
        Instant.parse("2026-11-24T18:30:05Z"));
  }

  public static EvidenceEntry anEntry(int n) {
    return new EvidenceEntry(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "noted",
        Map.of("n", n, "text", "¡Hola \"Mavericks\"! 🏈"),
        Instant.parse("2026-11-24T18:30:05Z"));
  }

  public List<SealedRecord> sealed() {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select sequence, record, hash, link from "
                        + Ledger.table(h)
                        + " order by sequence")
                .map(
                    (rs, ctx) ->
                        new SealedRecord(
                            rs.getLong(1), rs.getBytes(2), rs.getString(3), rs.getString(4)))
                .list());
  }

  public List<String> records() {
    return sealed().stream().map(s -> new String(s.record(), UTF_8)).toList();
  }

  public long count(String table) {
    return database.withHandle(
        h -> h.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  private static Jdbi superuser(String databaseName) {
    return Database.of(
        PooledConnections.to(
            url(databaseName), "postgres", Parts.shared().passwords().superuser()));
  }

  private static String url(String databaseName) {
    return Parts.shared().jdbcUrl().replace("/hallmonitor", "/" + databaseName);
  }
}
