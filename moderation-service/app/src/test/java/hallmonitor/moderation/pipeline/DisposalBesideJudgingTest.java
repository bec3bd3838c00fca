package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.store.records.DisposalJob;
import hallmonitor.moderation.store.records.DisposalJob.Step;
import hallmonitor.moderation.store.records.Disposals;
import hallmonitor.moderation.store.records.Disposals.DisposalRequest;
import hallmonitor.moderation.store.records.Disposals.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Comments are read and judged while old ones are disposed of. */
class DisposalBesideJudgingTest {
  private static final System.Logger LOG =
      System.getLogger(DisposalBesideJudgingTest.class.getName());
  private static final Map<String, String> PLACES = Map.of("practice", "maple-high");

  /** Sixty steps of a disposal: {@code -DargLine=-Ddisposal.comments=50000} for a longer run. */
  private static final int MANY = Integer.getInteger("disposal.comments", 6_000);

  private final Stage stage = new Stage();

  private void sql(String text, Object... values) {
    stage.database.jdbi().useHandle(h -> h.execute(text, values));
  }

  private String one(String sql) {
    return stage.database.one(sql, String.class);
  }

  private void old(int comments) {
    sql(
        """
        insert into counted_day
        select d::date, now(), true
        from generate_series(date '2020-01-01', date '2020-01-31', interval '1 day') d
        """);
    sql(
        """
        insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
          latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
        select 'practice', 'old-' || n, 'wordpress', 'p1', 'name:Sam', 'Sam', 'visible', 'r1', 'Text of ' || n,
          '2020-01-05', '2020-01-05', '2020-01-05'
        from generate_series(1, ?) n
        """,
        comments);
    sql(
        """
        insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at, outcome,
          clauses, findings, policy_version, model_version)
        select account, comment_id, 'r1', 'created', latest_text, '{}', first_seen_at, first_seen_at, 'allow', '{}',
          '[]', 'p', 'm'
        from comment
        """);
  }

  private UUID approved() {
    DecisionRules rules =
        new DecisionRules(
            Duration.ofHours(1),
            0,
            Map.of(),
            List.of(),
            new Retention(
                "the commission", Map.of(RecordKind.ALLOWED_COMMENTS, Period.ofYears(1))));
    Disposals disposals =
        new Disposals(
            stage.database.jdbi(),
            Clock.systemUTC(),
            () -> rules,
            accounts -> List.of(RecordPlace.of("practice", "maple-high", "school")),
            schedule -> List.of());
    UUID id = UUID.randomUUID();
    disposals.propose(
        new DisposalRequest(
            id,
            RecordKind.ALLOWED_COMMENTS,
            "",
            "",
            List.of("practice"),
            LocalDate.parse("2021-01-01"),
            ZoneOffset.UTC,
            "LRC 1",
            "Their time is over.",
            new Who("abara", "Ada Bara")));
    disposals.answer(id, Answer.APPROVE, new Who("brandt", "Elias Brandt"), "");
    return id;
  }

  private CompletableFuture<Void> receiving(SeenComment... comments) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            stage.receive(comments);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private List<Integer> waitingFor(String statement) {
    return stage
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like :like and pid <> pg_backend_pid()")
                    .bind("like", "%" + statement + "%")
                    .mapTo(Integer.class)
                    .list());
  }

  /** Holds a step of a disposal up while it erases, with everything locked that it locks. */
  @Test
  void aStepThatIsHeldUpHoldsUpNoNewComment() throws Exception {
    old(1);
    UUID id = approved();
    DisposalJob disposing = new DisposalJob(stage.database.jdbi(), 10, Duration.ofMinutes(1));
    try (Handle other = stage.database.jdbi().open()) {
      other.begin();
      other.execute("select from revision where comment_id = 'old-1' for update");
      CompletableFuture<Step> step =
          CompletableFuture.supplyAsync(() -> disposing.step(id, PLACES));
      int pid = await().until(() -> waitingFor("update revision"), p -> p.size() == 1).get(0);

      receiving(aComment("new-1").saying("You damn fool"), aComment("new-2")).join();

      assertThat(step).isNotDone();
      assertThat(
              one(
                  "select string_agg(comment_id, ' ' order by comment_id) from comment where comment_id like 'new%'"))
          .isEqualTo("new-1 new-2");
      assertThat(one("select count(*) from review_case")).isEqualTo("1");
      assertThat(whole(pid))
          .as("tables that others may read but not write meanwhile")
          .containsExactly("record_hold", "records_request_item");
      other.rollback();
      assertThat(step.join()).isEqualTo(Step.LAST);
    }
    assertThat(one("select latest_text from comment where comment_id = 'old-1'")).isEmpty();
  }

  /** Returns the tables that a process has locked against writers. */
  private List<String> whole(int pid) {
    return stage
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select distinct relation::regclass::text from pg_locks
                        where pid = :pid and locktype = 'relation'
                          and mode not in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock')
                        order by 1
                        """)
                    .bind("pid", pid)
                    .mapTo(String.class)
                    .list())
        .stream()
        .map(name -> name.replaceFirst(".*\\.", ""))
        .toList();
  }

  @Test
  void aCommentThatIsReadAgainDuringItsDisposalWaitsForItAndIsJudgedByWhatIsLeft()
      throws Exception {
    old(1);
    UUID id = approved();
    DisposalJob disposing = new DisposalJob(stage.database.jdbi(), 10, Duration.ofMinutes(1));
    CompletableFuture<Step> step;
    CompletableFuture<Void> again;
    try (Handle other = stage.database.jdbi().open()) {
      other.begin();
      other.execute("select from revision where comment_id = 'old-1' for update");
      step = CompletableFuture.supplyAsync(() -> disposing.step(id, PLACES));
      await().until(() -> waitingFor("update revision").size() == 1);

      again = receiving(aComment("old-1").by("Sam").saying("Text of 1"));
      await().until(() -> waitingFor("for key share").size() == 1);
      other.rollback();
    }
    step.join();
    again.join();

    assertThat(one("select latest_text || author_name from comment where comment_id = 'old-1'"))
        .as("its text does not come back")
        .isEmpty();
  }

  @Test
  void manyAreDisposedOfWhileNewOnesAreJudgedAndOldOnesEdited() throws Exception {
    old(MANY);
    UUID id = approved();
    DisposalJob disposing = new DisposalJob(stage.database.jdbi());
    CompletableFuture<Long> disposal =
        CompletableFuture.supplyAsync(
            () -> {
              long began = System.nanoTime();
              while (disposing.step(id, PLACES) == Step.MORE) {
                // Until all are disposed of.
              }
              return System.nanoTime() - began;
            });

    List<Long> batches = new ArrayList<>();
    int edited = 0;
    while (!disposal.isDone()) {
      int batch = batches.size();
      edited = batch + 1;
      List<SeenComment> comments = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        comments.add(aComment("new-" + batch + "-" + i).saying("Go Mavericks " + i));
      }
      comments.add(
          aComment("old-" + (MANY - batch))
              .by("Sam")
              .editedTo("r2", "Edited")
              .readAs(Visibility.VISIBLE, 60));
      long began = System.nanoTime();
      stage.receive(comments);
      batches.add(System.nanoTime() - began);
    }
    disposal.join();

    String during =
        one("select count(*) from comment where comment_id like 'new-%' and disposal_id is null");
    assertThat(batches).as("judged meanwhile").hasSizeGreaterThan(20);
    assertThat(during).isEqualTo(Integer.toString(batches.size() * 50));
    assertThat(one("select count(*) from comment where latest_text = 'Edited'"))
        .as("no edit is lost, whether it came before or after the step of its comment")
        .isEqualTo(Integer.toString(edited));
    assertThat(
            one(
                "select count(*) from comment where comment_id like 'old-%' and disposal_id is null and latest_text <> 'Edited'"))
        .isEqualTo("0");
    assertThat(
            one(
                "select count(*) from revision where comment_id like 'old-%' and disposal_id is null and body <> 'Edited' and not exists (select from revision e where e.comment_id = revision.comment_id and e.body = 'Edited')"))
        .isEqualTo("0");
    LOG.log(
        System.Logger.Level.INFO,
        "{0} disposed of in {1} ms; {2} batches of 51 meanwhile, the slowest {3} ms, the median {4} ms",
        MANY,
        disposal.join() / 1_000_000,
        batches.size(),
        batches.stream().mapToLong(n -> n).max().orElse(0) / 1_000_000,
        batches.stream().sorted().skip(batches.size() / 2).findFirst().orElse(0L) / 1_000_000);
  }
}
