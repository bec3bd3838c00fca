package hallmonitor.notifier.evidence.sealing;

import hallmonitor.messaging.LedgerTables;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The ledger's tables, in the schema that contains them. */
public final class Ledger {
  private static final String LEDGER = "evidence_ledger";
  private static final String BLOB = "evidence_blob";

  private Ledger() {}

  /**
   * Creates the tables in the service's own schema if there is no separate owner; to be called at
   * each start.
   */
  public static void prepare(Jdbi database) {
    database.useTransaction(
        transaction -> {
          transaction.execute("select pg_advisory_xact_lock(hashtext('making the ledger'))");
          if (!hasKeeper(transaction)) {
            try (Statement statement = transaction.getConnection().createStatement()) {
              statement.execute(LedgerTables.statements());
            } catch (SQLException e) {
              throw new IllegalStateException("the ledger cannot be made", e);
            }
          }
        });
  }

  /** Returns whether another role than the service's own owns the ledger. */
  public static boolean hasKeeper(Handle handle) {
    return handle
        .createQuery("select to_regclass(:name) is not null")
        .bind("name", LedgerTables.KEEPERS_SCHEMA + "." + LEDGER)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Returns advice for the administrator of a database without a separate ledger owner; empty if
   * there is one.
   */
  public static Optional<String> keeperMissing(Handle handle) {
    boolean canChange =
        handle
            .createQuery(
                "select pg_has_role(relowner, 'usage') from pg_class where oid = :name::regclass")
            .bind("name", table(handle, LEDGER))
            .mapTo(Boolean.class)
            .one();
    return canChange
        ? Optional.of(
            "The ledger belongs to the service's own database role, which could take its triggers"
                + " away. Give it a keeper, as the database's administrator:"
                + " deploy/evidence keeper-sql | psql DATABASE")
        : Optional.empty();
  }

  public static SealedRecord.Head head(Handle handle) {
    return handle
        .createQuery(
            """
            select sequence, link
            from %s
            order by sequence desc limit 1
            """
                .formatted(table(handle, LEDGER)))
        .map(ConstructorMapper.of(SealedRecord.Head.class))
        .findOne()
        .orElse(SealedRecord.Head.EMPTY);
  }

  /** Returns the link of one record; empty if there is no such record. */
  public static Optional<String> link(Handle handle, long sequence) {
    return handle
        .createQuery("select link from " + table(handle, LEDGER) + " where sequence = :sequence")
        .bind("sequence", sequence)
        .mapTo(String.class)
        .findOne();
  }

  /** Returns which of these are already in the ledger. */
  static List<UUID> known(Handle handle, List<UUID> entries) {
    return handle
        .createQuery(
            "select entry_id from " + table(handle, LEDGER) + " where entry_id = any(:entries)")
        .bindArray("entries", UUID.class, entries.toArray())
        .mapTo(UUID.class)
        .list();
  }

  static void add(Handle handle, List<SealedRecord> records, List<UnsealedEntry> entries) {
    try (PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into %s (sequence, entry_id, case_id, kind, record, hash, link)
            values (:sequence, :entry, :case, :kind, :record, :hash, :link)
            """
                .formatted(table(handle, LEDGER)))) {
      for (int i = 0; i < records.size(); i++) {
        SealedRecord sealed = records.get(i);
        SealedRecord.Matter matter = entries.get(i).matter();
        batch
            .bind("sequence", sealed.sequence())
            .bind("entry", matter.entry())
            .bind("case", matter.caseId())
            .bind("kind", matter.kind())
            .bind("record", sealed.record())
            .bind("hash", sealed.hash())
            .bind("link", sealed.link())
            .add();
      }
      batch.execute();
    }
  }

  /** Stores an attachment's bytes under their hash; repeated bytes change nothing. */
  public static void keepBlob(Handle handle, String sha256, byte[] content) {
    handle
        .createUpdate(
            """
            insert into %s (sha256, content)
            values (:sha256, :content)
            on conflict do nothing
            """
                .formatted(table(handle, BLOB)))
        .bind("sha256", sha256)
        .bind("content", content)
        .execute();
  }

  public static Optional<byte[]> blob(Handle handle, String sha256) {
    return handle
        .createQuery("select content from " + table(handle, BLOB) + " where sha256 = :sha256")
        .bind("sha256", sha256)
        .mapTo(byte[].class)
        .findOne();
  }

  /** Returns the qualified name of the ledger's table. */
  public static String table(Handle handle) {
    return table(handle, LEDGER);
  }

  /** Checked each time, since an administrator may create the separate owner while this runs. */
  private static String table(Handle handle, String name) {
    return hasKeeper(handle) ? LedgerTables.KEEPERS_SCHEMA + "." + name : name;
  }
}
