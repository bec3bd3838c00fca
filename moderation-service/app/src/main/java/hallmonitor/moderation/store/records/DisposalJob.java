package hallmonitor.moderation.store.records;

import hallmonitor.messaging.LongStatements;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.RetentionExemption;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.export.ArchiveExports;
import hallmonitor.moderation.store.records.RecordSelection.Candidate;
import hallmonitor.moderation.store.search.SearchIndex;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Carries out a disposal in steps. Each step is one transaction that locks some records, checks
 * each again, and stores its progress, so the job can stop anywhere and continue there.
 */
public final class DisposalJob {
  /** They take about 25 ms. Who edits one of them, or places a hold, waits no longer than that. */
  private static final int AT_ONCE = 100;

  /**
   * As long as a batch of comments takes, and less than the second after which the database ends
   * one of two transactions that wait for each other: it is always the disposal that gives way.
   */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** The lock was not free in time. */
  private static final String NOT_AVAILABLE = "55P03";

  private final Jdbi database;
  private final int atOnce;
  private final Duration patience;

  public DisposalJob(Jdbi database) {
    this(database, AT_ONCE, PATIENCE);
  }

  /**
   * Creates the job.
   *
   * @param atOnce records per transaction, at least 1
   * @param patience longest wait of a step for anything that others have locked; at least 1 ms
   */
  public DisposalJob(Jdbi database, int atOnce, Duration patience) {
    this.database = database;
    this.atOnce = atOnce;
    this.patience = patience;
  }

  /** Returns approved disposals that are not done, oldest first. */
  public List<UUID> underWay() {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select disposal_id
                    from disposal
                    where approved_at is not null
                      and ended_at is null
                    order by approved_at
                    """)
                .mapTo(UUID.class)
                .list());
  }

  /** The result of a step. */
  public enum Step {
    /** There may be more. */
    MORE,
    /** Others worked on these records for too long: nothing was processed, and they go first. */
    BUSY,
    /** A search of a request for records runs, and may find them: nothing was processed. */
    WAITS,
    /** All were processed. */
    LAST,
    /** Another instance works on it, or it is done. */
    NOT_MINE
  }

  /**
   * Disposes of the next records.
   *
   * @param places the building of each account in the district's file
   */
  public Step step(UUID id, Map<String, String> places) {
    try {
      return database.inTransaction(
          t -> {
            LongStatements.DISPOSAL.allow(t);
            return Disposal.take(t, id)
                .map(disposal -> step(t, disposal, places))
                .orElse(Step.NOT_MINE);
          });
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException why && NOT_AVAILABLE.equals(why.getSQLState())) {
        return Step.BUSY;
      }
      throw e;
    }
  }

  private Step step(Handle t, Disposal disposal, Map<String, String> places) {
    RecordSelection selection = disposal.selection(places);
    if (isSearched(t, selection)) {
      return Step.WAITS;
    }
    List<CommentKey> keys = selection.next(t, disposal.at(), atOnce);
    if (keys.isEmpty()) {
      return Step.LAST;
    }
    // The search may take long but blocks no one. After this point no transaction adds to the index
    // of the search, places a hold, adds to a request, or changes these records, so the checks
    // below stay valid. All other comments are written and judged meanwhile.
    t.execute("select set_config('lock_timeout', ?, true)", patience.toMillis() + "ms");
    t.execute("select pg_advisory_xact_lock(?)", SearchIndex.LOCK);
    t.execute("lock table record_hold, records_request_item in share mode");
    if (isSearched(t, selection)) {
      return Step.WAITS;
    }
    lock(t, selection.source(), keys);
    List<Candidate> found = selection.look(t, keys);
    List<Candidate> going = found.stream().filter(c -> c.stays().isEmpty()).toList();
    int revisions = going.isEmpty() ? 0 : empty(t, disposal, selection, going);
    remember(t, disposal, keys, found, going.size(), revisions);
    return keys.size() < atOnce ? Step.LAST : Step.MORE;
  }

  /**
   * Returns whether a search of a request may still find and hold what is selected. One that starts
   * after this was asked under the locks counts what it finds disposed of.
   */
  private static boolean isSearched(Handle t, RecordSelection selection) {
    return selection.source() == RecordSource.COMMENTS
        && t.createQuery(
                "select exists (select from records_request_search where state = 'waiting')")
            .mapTo(Boolean.class)
            .one();
  }

  private static int empty(
      Handle t, Disposal disposal, RecordSelection selection, List<Candidate> going) {
    if (selection.source() != RecordSource.COMMENTS) {
      return new NameErasure(t, disposal, selection).empty(going);
    }
    int revisions = new RecordErasure(t, disposal).empty(going);
    // Last, because nobody asks for an export meanwhile.
    ArchiveExports.disposed(t, "disposal " + disposal.id());
    return revisions;
  }

  /** Locks them in the order of the first look: comments, then their cases. */
  private static void lock(Handle t, RecordSource source, List<CommentKey> keys) {
    for (String sql : source.locks()) {
      t.createQuery(sql)
          .bindArray("accounts", String.class, keys.stream().map(CommentKey::account).toList())
          .bindArray("comments", String.class, keys.stream().map(CommentKey::id).toList())
          .mapTo(Integer.class)
          .list();
    }
  }

  private static void remember(
      Handle t,
      Disposal disposal,
      List<CommentKey> keys,
      List<Candidate> found,
      int records,
      int revisions) {
    CommentKey last = keys.get(keys.size() - 1);
    t.execute(
        """
        update disposal set at_account = ?, at_comment = ?, looked = looked + ?, records = records + ?,
          revisions = revisions + ?
        where disposal_id = ?
        """,
        last.account(),
        last.id(),
        keys.size(),
        records,
        revisions,
        disposal.id());
    Map<RetentionExemption, Integer> left = new EnumMap<>(RetentionExemption.class);
    found.forEach(c -> c.stays().ifPresent(why -> left.merge(why, 1, Integer::sum)));
    left.forEach(
        (why, n) ->
            t.execute(
                """
                insert into disposal_left as old values (?, ?, ?)
                on conflict (disposal_id, reason) do update set n = old.n + excluded.n
                """,
                disposal.id(),
                EnumCodes.of(why),
                n));
  }

  /**
   * A certificate.
   *
   * @param head its first lines, which are stored unchanged
   * @param sha256 of all its bytes, in hex
   */
  public record Certificate(String head, String sha256) {}

  /** Creates the certificate of a finished disposal. */
  @FunctionalInterface
  public interface Certifier {
    /**
     * Creates it.
     *
     * @param h in the transaction that ends the disposal
     */
    Certificate certify(Handle h, Disposal ended);
  }

  /** Ends a disposal once all its records were processed. */
  public void end(UUID id, Clock clock, Certifier certifier) {
    database.useTransaction(
        t -> {
          Optional<Disposal> taken = Disposal.take(t, id);
          if (taken.isEmpty()) {
            return;
          }
          Disposal ended = taken.get().ended(clock.instant().truncatedTo(ChronoUnit.MICROS));
          Certificate certificate = certifier.certify(t, ended);
          t.execute(
              """
              update disposal set ended_at = ?, certificate_sha256 = ?, certificate_head = ? where disposal_id = ?
              """,
              ended.endedAt().orElseThrow(),
              certificate.sha256(),
              certificate.head(),
              id);
          KeptCounts.again(t);
          AuditLog.add(
              t,
              "clock",
              "records-disposed",
              "disposal " + id,
              "%d records with %d revisions under approval %s. Certificate of disposal: SHA-256 %s"
                  .formatted(
                      ended.records(), ended.revisions(), ended.approval(), certificate.sha256()));
        });
  }
}
