package hallmonitor.moderation.drafting;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.change.PolicyShift;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.settings.yaml.InvalidFileException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Applies the drafts in shadow to what the pipeline has judged, without slowing it down: reads the
 * archived findings a page at a time, and writes only its own answers. A repeated revision changes
 * nothing.
 */
public final class ShadowJob {
  private static final System.Logger LOG = System.getLogger(ShadowJob.class.getName());

  /** A batch is committed some time after its rows were judged. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private final Jdbi database;
  private final LiveRules rules;
  private final Map<String, PolicyReplay> drafts = new HashMap<>();
  private final Map<String, Policy> judged = new HashMap<>();

  public ShadowJob(Jdbi database, LiveRules rules) {
    this.database = database;
    this.rules = rules;
  }

  /** Judges a page for each draft in shadow. One instance at a time does it. */
  public synchronized void look() {
    List<ShadowRun> runs = database.withHandle(ShadowRuns::unfinished);
    drafts.keySet().removeIf(key -> runs.stream().noneMatch(run -> key.startsWith(run.id() + "/")));
    judged.clear();
    for (ShadowRun run : runs) {
      look(run);
    }
  }

  /** Handles each separately, so that one failure does not delay the others. */
  private void look(ShadowRun run) {
    try {
      database.useTransaction(
          t -> {
            if (owns(t, run)) {
              look(t, run);
            }
          });
    } catch (SQLException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "draft " + run.draftId() + " cannot judge in shadow", e);
    }
  }

  private static boolean owns(Handle t, ShadowRun run) {
    return t.createQuery("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
        .bind(0, "shadow " + run.id())
        .mapTo(boolean.class)
        .one();
  }

  private void look(Handle t, ShadowRun run) throws SQLException {
    Instant now = t.createQuery("select clock_timestamp()").mapTo(Instant.class).one();
    Instant after = later(run.startedAt(), run.lookedTo().minus(LATE));
    Instant until = earlier(run.endsAt(), now);
    List<PastRevision> page = ArchiveReader.notInShadow(t, run.id(), run.percent(), after, until);
    answer(t, run, page);
    boolean more = page.size() == ArchiveReader.PAGE;
    Instant lookedTo = more ? page.get(page.size() - 1).judgedAt() : until;
    t.execute(
        """
        update shadow_run
        set looked_to = greatest(looked_to, ?), finished = ?
        where id = ?
        """,
        lookedTo,
        !more && now.isAfter(run.endsAt().plus(LATE)),
        run.id());
  }

  private void answer(Handle t, ShadowRun run, List<PastRevision> page) throws SQLException {
    if (page.isEmpty()) {
      return;
    }
    Map<AuthorKey, Integer> strikes = ArchiveReader.strikes(t, page);
    PolicyReplay draft = draft(run);
    PreparedBatch batch =
        t.prepareBatch(
            """
            insert into shadow_answer
              (shadow_id, account, comment_id, revision, was, would, kinds, clauses, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """);
    for (PastRevision past : page) {
      String kind = rules.accountKind(past.account());
      int count = strikes.getOrDefault(past.author(), 0);
      Verdict was = PolicyReplay.as(policyOf(t, past)).judge(past, kind, count);
      Verdict would = draft.judge(past, kind, count);
      List<PolicyShift> shifts = PolicyShift.between(was, would);
      batch
          .bind(0, run.id())
          .bind(1, past.account())
          .bind(2, past.commentId())
          .bind(3, past.revision())
          .bind(4, EnumCodes.of(was.outcome()))
          .bind(5, EnumCodes.of(would.outcome()))
          .bindArray(6, String.class, shifts.stream().map(s -> EnumCodes.of(s.kind())).toList())
          .bindArray(7, String.class, shifts.stream().map(PolicyShift::clause).toList())
          .bind(8, past.judgedAt())
          .add();
    }
    batch.execute();
  }

  /** Cached, because building one with other words takes a moment. */
  private PolicyReplay draft(ShadowRun run) {
    List<?> words = List.of(rules.get().policy().words(), rules.names());
    return drafts.computeIfAbsent(
        run.id() + "/" + words.hashCode(),
        key -> {
          // Without names, because a name added to the district since must not end the run.
          Policy policy = PolicyFile.read(run.body());
          return policy.words().equals(rules.get().policy().words())
              ? PolicyReplay.as(policy)
              : PolicyReplay.withItsWords(policy, rules);
        });
  }

  /** Returns the policy that judged it; the current one if that is unknown. */
  private Policy policyOf(Handle t, PastRevision past) {
    return judged.computeIfAbsent(past.policyVersion(), version -> known(t, version));
  }

  private Policy known(Handle t, String version) {
    Optional<String> body = Versions.body(t, Document.POLICY, version);
    try {
      return body.map(PolicyFile::read).orElseGet(() -> rules.get().policy());
    } catch (InvalidFileException e) {
      return rules.get().policy(); // written for an older reader
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
