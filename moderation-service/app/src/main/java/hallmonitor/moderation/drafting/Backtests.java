package hallmonitor.moderation.drafting;

import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.WatchedFile;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Starts and cancels backtests: one at a time over all instances, in its own thread. */
public final class Backtests implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Backtests.class.getName());
  private static final int LONGEST_DAYS = 3650;

  private final Jdbi database;
  private final LiveRules rules;
  private final Drafts drafts;
  private final ExecutorService thread =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new LinkedBlockingQueue<>(),
          work -> {
            Thread made = new Thread(work, "backtest");
            made.setDaemon(true);
            lowest(made);
            return made;
          });

  /** Low priority: judging comes first when cores are busy, and nothing depends on a backtest. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void lowest(Thread made) {
    made.setPriority(Thread.MIN_PRIORITY);
  }

  public Backtests(Jdbi database, LiveRules rules, Drafts drafts) {
    this.database = database;
    this.rules = rules;
    this.drafts = drafts;
  }

  /** Returns the newest of a draft. */
  public Optional<BacktestRun> of(long draftId) {
    return database.withHandle(
        h ->
            h.createQuery("select * from backtest_run where draft_id = ? order by id desc limit 1")
                .bind(0, draftId)
                .map(ConstructorMapper.of(BacktestRun.class))
                .findOne());
  }

  /**
   * Tries a changed draft on the past if nothing prevents it: the draft must differ from the
   * current version, and no other backtest may run.
   */
  public void startIfPossible(Draft draft, int days, String who) {
    String version = WatchedFile.versionOf(draft.body());
    if (draft.isPolicy() && !version.equals(drafts.inForce(Document.POLICY).version())) {
      try {
        start(draft, days, who);
      } catch (DraftRejected e) {
        // The draft's page says so, and offers to try it by hand.
        LOG.log(System.Logger.Level.DEBUG, "draft {0} is not tried on the past now", draft.id());
      }
    }
  }

  /**
   * Starts a backtest. A running one of the same draft is canceled, because its text is older.
   *
   * @param days how far back, 1 to 3650
   * @throws DraftRejected if it cannot judge, or if one of another draft is running
   */
  public void start(Draft draft, int days, String who) {
    if (!draft.isPolicy()) {
      throw new DraftRejected(
          Sentence.of("Only a draft of the policy can be tried on past comments."));
    }
    if (days < 1 || days > LONGEST_DAYS) {
      throw new DraftRejected(Sentence.of("Enter a number of days from 1 to {1}.", LONGEST_DAYS));
    }
    if (drafts.lint(draft).policy().isEmpty()) {
      throw new DraftRejected(
          Sentence.of("Fix the draft's mistakes first. Then it can be tried on past comments."));
    }
    BacktestRun run = database.inTransaction(t -> begin(t, draft, days, who));
    thread.execute(new BacktestWork(database, rules, run));
  }

  private BacktestRun begin(Handle t, Draft draft, int days, String who) {
    Versions.lock(t, Document.POLICY);
    cancel(t, draft.id());
    boolean running =
        t.createQuery("select exists (select from backtest_run where state = 'running')")
            .mapTo(boolean.class)
            .one();
    if (running) {
      throw new DraftRejected(
          Sentence.of(
              "Another draft is being tried on past comments. Wait until that is done, or cancel it"
                  + " there."));
    }
    AuditLog.add(t, who, "backtest-started", Drafts.target(draft.id()), days + " days");
    WatchedFile.Version<?> inForce = drafts.inForce(Document.POLICY);
    return t.createQuery(
            """
            insert into backtest_run
              (draft_id, version, body, against, against_body, days, started_by)
            values (?, ?, ?, ?, ?, ?, ?) returning *
            """)
        .bind(0, draft.id())
        .bind(1, WatchedFile.versionOf(draft.body()))
        .bind(2, draft.body())
        .bind(3, inForce.version())
        .bind(4, inForce.text())
        .bind(5, days)
        .bind(6, who)
        .map(ConstructorMapper.of(BacktestRun.class))
        .one();
  }

  /** Stops it at its next page, in the instance that runs it. */
  public void cancel(long draftId, String who) {
    database.useTransaction(
        t -> {
          if (cancel(t, draftId) > 0) {
            AuditLog.add(t, who, "backtest-cancelled", Drafts.target(draftId), "");
          }
        });
  }

  private static int cancel(Handle t, long draftId) {
    return t.execute(
        """
        update backtest_run set state = 'cancelled', ended_at = clock_timestamp()
        where draft_id = ? and state = 'running'
        """,
        draftId);
  }

  /** Ends backtests of stopped services, because they do not resume automatically. */
  public void giveUpLost() {
    database.useHandle(
        h ->
            h.execute(
                """
                update backtest_run set state = 'failed', ended_at = clock_timestamp(),
                  problem = 'The service was stopped meanwhile. Start it again.'
                where state = 'running' and alive_at < clock_timestamp() - interval '10 minutes'
                """));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
