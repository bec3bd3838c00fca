package hallmonitor.moderation.drafting;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.drafting.ArchiveReader.Place;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.change.PolicyShift;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.store.archive.Archive;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * One backtest: judges the same findings by both policies, a page at a time. Its memory grows with
 * the number of clauses and not with the archive. It comes to an end, so it is no {@code Worker},
 * which goes on until it is closed.
 */
final class BacktestWork implements Runnable {
  private static final System.Logger LOG = System.getLogger(BacktestWork.class.getName());

  /** For each clause and kind of change. */
  private static final int EXAMPLES = 20;

  private final Jdbi database;
  private final LiveRules rules;
  private final BacktestRun run;
  private final Instant from;

  /** Counts so far, so that only as many examples are kept as are shown. */
  private final Map<PolicyShift, Long> counts = new HashMap<>();

  BacktestWork(Jdbi database, LiveRules rules, BacktestRun run) {
    this.database = database;
    this.rules = rules;
    this.run = run;
    this.from = run.startedAt().minus(Duration.ofDays(run.days()));
  }

  @Override
  public void run() {
    try {
      work();
    } catch (SQLException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "backtest " + run.id() + " failed", e);
      database.useHandle(
          h -> end(h, "failed", "It broke off; the service's log says why. Start it again."));
    }
  }

  private void work() throws SQLException {
    Policy before = PolicyFile.read(run.againstBody());
    Policy after = PolicyFile.read(run.body());
    boolean sameWords = before.words().equals(after.words());
    PolicyReplay inForce =
        sameWords ? PolicyReplay.as(before) : PolicyReplay.withItsWords(before, rules);
    PolicyReplay draft =
        sameWords ? PolicyReplay.as(after) : PolicyReplay.withItsWords(after, rules);
    database.useHandle(this::count);
    Place place = Place.before(from);
    while (!Thread.currentThread().isInterrupted()) {
      Place at = place;
      List<PastRevision> page = database.inTransaction(t -> page(t, at, inForce, draft));
      if (page.size() < ArchiveReader.PAGE) {
        database.useHandle(h -> end(h, "done", ""));
        return;
      }
      place = Place.of(page.get(page.size() - 1));
    }
  }

  private void count(Handle h) {
    h.execute(
        """
        update backtest_run set total = (select count(*) from revision r
          where kind <> 'deleted' and account not like 'tips/%' and disposal_id is null and judged_at > ? and judged_at <= ?
            and JUDGED)
        where id = ?
        """
            .replace("JUDGED", Archive.JUDGED),
        from,
        run.startedAt(),
        run.id());
  }

  /** Reads nothing more once it was canceled. */
  private List<PastRevision> page(Handle t, Place place, PolicyReplay inForce, PolicyReplay draft)
      throws SQLException {
    List<PastRevision> page = ArchiveReader.after(t, place, run.startedAt());
    int running =
        t.execute(
            """
            update backtest_run set done = done + ?, alive_at = clock_timestamp()
            where id = ? and state = 'running'
            """,
            page.size(),
            run.id());
    if (running == 0) {
      return List.of();
    }
    Map<AuthorKey, Integer> strikes = ArchiveReader.strikes(t, page);
    Map<PolicyShift, Long> more = new HashMap<>();
    PreparedBatch examples =
        t.prepareBatch(
            "insert into backtest_example values (?, ?, ?, ?, ?, ?) on conflict do nothing");
    for (PastRevision past : page) {
      String kind = rules.accountKind(past.account());
      int count = strikes.getOrDefault(past.author(), 0);
      for (PolicyShift shift :
          PolicyShift.between(inForce.judge(past, kind, count), draft.judge(past, kind, count))) {
        more.merge(shift, 1L, Long::sum);
        if (counts.merge(shift, 1L, Long::sum) <= EXAMPLES) {
          example(examples, shift, past);
        }
      }
    }
    add(t, more, examples);
    return page;
  }

  private void example(PreparedBatch examples, PolicyShift shift, PastRevision past) {
    examples
        .bind(0, run.id())
        .bind(1, EnumCodes.of(shift.kind()))
        .bind(2, shift.clause())
        .bind(3, past.account())
        .bind(4, past.commentId())
        .bind(5, past.revision())
        .add();
  }

  private void add(Handle t, Map<PolicyShift, Long> more, PreparedBatch examples) {
    more.forEach(
        (shift, n) ->
            t.execute(
                """
                insert into backtest_shift as old values (?, ?, ?, ?)
                on conflict (run_id, kind, clause) do update set n = old.n + excluded.n
                """,
                run.id(),
                EnumCodes.of(shift.kind()),
                shift.clause(),
                n));
    if (examples.size() > 0) {
      examples.execute();
    }
  }

  private int end(Handle h, String state, String problem) {
    return h.execute(
        """
        update backtest_run set state = ?, problem = ?, ended_at = clock_timestamp()
        where id = ? and state = 'running'
        """,
        state,
        problem,
        run.id());
  }
}
