package hallmonitor.moderation.store.export;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.evidence.EvidencePackages.Purpose;
import hallmonitor.moderation.store.evidence.OrderLimit;
import hallmonitor.moderation.store.evidence.OrderLimit.Ordered;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Exports of what a search found, as people ask for them, and as they end. Each change with its
 * audit row in one transaction.
 */
public final class ArchiveExports {
  static final String TABLE = "archive_export";
  static final String KEY = "export_id";

  /** Bytes of files that one person can keep at a time, give or take one export. */
  private static final long ROOM = 5L << 30;

  private final Jdbi database;
  private final Duration kept;

  /**
   * Creates the table's access.
   *
   * @param kept how long a file can be downloaded
   */
  public ArchiveExports(Jdbi database, Duration kept) {
    this.database = database;
    this.kept = kept;
  }

  /**
   * An export to make.
   *
   * @param id given with the form, so that sending it twice is one export
   * @param query the search in its usual form
   * @param search the same in words
   * @param scope what the person may see
   * @param words the purpose's number, or what it is for; may be empty
   * @param by a user name
   */
  public record ExportWish(
      UUID id,
      String query,
      String search,
      String scope,
      Purpose purpose,
      String words,
      String by) {}

  /** Returns how long a file can be downloaded. */
  public Duration kept() {
    return kept;
  }

  /** Asks for an export; the same id twice is one. One person waits for one at a time. */
  public Ordered order(ExportWish wish) {
    return database.inTransaction(t -> order(t, wish));
  }

  private static Ordered order(Handle t, ExportWish wish) {
    OrderLimit.lock(t);
    if (exists(t, "export_id = :id", wish)) {
      return Ordered.SENT;
    }
    if (exists(t, "asked_by = :by and ended_at is null", wish)) {
      return Ordered.WAITING;
    }
    if (OrderLimit.reached(t, TABLE, wish.by())) {
      return Ordered.TOO_MANY;
    }
    if (exists(t, "asked_by = :by and state = 'ready' having sum(bytes) >= " + ROOM, wish)) {
      return Ordered.FULL;
    }
    t.execute(
        """
        insert into archive_export (export_id, query, search, scope, purpose, words, asked_by)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        wish.id(),
        wish.query(),
        wish.search(),
        wish.scope(),
        EnumCodes.of(wish.purpose()),
        wish.words(),
        wish.by());
    // Not the words, which may name a student: the log is kept for good.
    audit(
        t,
        wish.by(),
        "export-asked",
        wish.id(),
        EnumCodes.of(wish.purpose()) + "; " + wish.search());
    return Ordered.SENT;
  }

  private static boolean exists(Handle t, String where, ExportWish wish) {
    return t.createQuery("select exists (select from archive_export where " + where + ")")
        .bind(where.startsWith(KEY) ? "id" : "by", where.startsWith(KEY) ? wish.id() : wish.by())
        .mapTo(boolean.class)
        .one();
  }

  static void audit(Handle t, String by, String act, UUID exportId, String detail) {
    AuditLog.add(t, by, act, "export " + exportId, detail);
  }

  /** Removes an export of a person before its time; one of another person stays. */
  public void remove(UUID exportId, String by) {
    database.useTransaction(
        t -> {
          int removed =
              t.execute(
                  """
                  update archive_export set state = 'removed', ended_at = coalesce(ended_at, clock_timestamp())
                  where export_id = ? and asked_by = ? and state in ('finding', 'writing', 'ready')
                  """,
                  exportId,
                  by);
          if (removed > 0) {
            end(t, exportId, "removed");
            audit(t, by, "export-removed", exportId, "");
          }
        });
  }

  /**
   * Removes all exports, because records go for good: nobody knows what is in those that are ready.
   * Nobody asks for one until the transaction ends, so each later one is without these records.
   *
   * @param t has no lock on an export yet
   * @param what goes, for the audit log
   */
  public static void disposed(Handle t, String what) {
    t.execute("lock table archive_export in exclusive mode");
    t.createQuery(
            "select export_id from archive_export where state in ('finding', 'writing', 'ready')")
        .mapTo(UUID.class)
        .list()
        .forEach(
            id -> {
              end(t, id, "disposed");
              audit(t, "clock", "export-removed", id, what);
            });
  }

  /** Removes files that had their time, and after a year what they were for in words. */
  public void forgetOld() {
    database.useTransaction(
        t -> {
          t.createQuery(
                  """
                  select export_id from archive_export
                  where state = 'ready' and ended_at < clock_timestamp() - make_interval(secs => :kept) for update
                  """)
              .bind("kept", (double) kept.toSeconds())
              .mapTo(UUID.class)
              .list()
              .forEach(id -> end(t, id, "removed"));
          t.execute(
              """
              update archive_export set words = '', search = '', query = ''
              where search <> '' and asked_at < clock_timestamp() - interval '1 year'
              """);
        });
  }

  static void end(Handle t, UUID exportId, String state) {
    t.execute("delete from archive_export_file where export_id = ?", exportId);
    t.execute("delete from archive_export_item where export_id = ?", exportId);
    t.execute(
        """
        update archive_export set state = ?, ended_at = coalesce(ended_at, clock_timestamp()), manifest = ''
        where export_id = ?
        """,
        state,
        exportId);
  }
}
