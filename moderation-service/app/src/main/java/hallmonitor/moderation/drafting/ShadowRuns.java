package hallmonitor.moderation.drafting;

import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.WatchedFile;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Starts and stops shadow runs. */
public final class ShadowRuns {
  /** Most runs at once: each costs as much as the current policy, and few people compare more. */
  private static final int MOST = 3;

  private static final int LONGEST_DAYS = 30;

  private final Jdbi database;
  private final Drafts drafts;

  public ShadowRuns(Jdbi database, Drafts drafts) {
    this.database = database;
    this.drafts = drafts;
  }

  /** Returns the newest of a draft. */
  public Optional<ShadowRun> of(long draftId) {
    return database.withHandle(
        h ->
            h.createQuery("select * from shadow_run where draft_id = ? order by id desc limit 1")
                .bind(0, draftId)
                .map(ConstructorMapper.of(ShadowRun.class))
                .findOne());
  }

  static List<ShadowRun> unfinished(Handle h) {
    return h.createQuery("select * from shadow_run where not finished order by id")
        .map(ConstructorMapper.of(ShadowRun.class))
        .list();
  }

  /**
   * Starts a run.
   *
   * @param days after which it ends automatically, 1 to 30
   * @param percent of the comments, 1 to 100
   * @throws DraftRejected if it cannot judge, or if enough runs exist already
   */
  public void start(Draft draft, int days, int percent, String who) {
    if (!draft.isPolicy() || !draft.isUnderWork()) {
      throw new DraftRejected(
          Sentence.of(
              "Only a draft of the policy that is not published yet can be tried on new"
                  + " comments."));
    }
    if (days < 1 || days > LONGEST_DAYS || percent < 1 || percent > 100) {
      throw new DraftRejected(Sentence.of("Choose 1 to 30 days and 1 to 100 percent of comments."));
    }
    if (drafts.lint(draft).policy().isEmpty()) {
      throw new DraftRejected(
          Sentence.of("Fix the draft's mistakes first. Then it can be tried on new comments."));
    }
    database.useTransaction(
        t -> {
          Versions.lock(t, Document.POLICY);
          List<ShadowRun> running =
              unfinished(t).stream().filter(run -> run.endedBy().isEmpty()).toList();
          if (running.stream().anyMatch(run -> run.draftId() == draft.id())) {
            throw new DraftRejected(
                Sentence.of("This draft is already being tried on new comments. Stop that first."));
          }
          if (running.size() >= MOST) {
            throw new DraftRejected(
                Sentence.of(
                    "{1} drafts are already being tried on new comments, which is the most. Stop"
                        + " one of them.",
                    MOST));
          }
          t.execute(
              """
              insert into shadow_run (draft_id, version, body, percent, started_by, ends_at)
              values (?, ?, ?, ?, ?, clock_timestamp() + make_interval(days => ?))
              """,
              draft.id(),
              WatchedFile.versionOf(draft.body()),
              draft.body(),
              percent,
              who,
              days);
          AuditLog.add(
              t,
              who,
              "shadow-started",
              Drafts.target(draft.id()),
              days + " days, " + percent + " percent");
        });
  }

  public void stop(long draftId, String who) {
    database.useTransaction(
        t -> {
          int stopped =
              t.execute(
                  """
                  update shadow_run set ends_at = clock_timestamp(), ended_by = ?
                  where draft_id = ? and ends_at > clock_timestamp() and not finished
                  """,
                  who,
                  draftId);
          if (stopped > 0) {
            AuditLog.add(t, who, "shadow-stopped", Drafts.target(draftId), "");
          }
        });
  }
}
