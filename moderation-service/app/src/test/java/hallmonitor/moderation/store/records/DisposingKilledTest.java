package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ALLOWED_COMMENTS;
import static hallmonitor.moderation.casework.RecordKind.DECIDED_CASES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Fixtures;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.cases.CaseOpenings;
import hallmonitor.moderation.store.records.DisposalJob.Step;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/**
 * A disposal that is stopped anywhere continues there, and checks again what has changed in the
 * meantime.
 */
class DisposingKilledTest {
  private static final String WAITS =
      "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%%%s%%' and pid <> pg_backend_pid()";

  private final OldArchive archive = new OldArchive();

  private CompletableFuture<Step> stepping(UUID id) {
    return CompletableFuture.supplyAsync(() -> archive.disposing.step(id, OldArchive.PLACES));
  }

  /** Returns the process that waits for a lock with this statement. */
  private int waiting(String statement) {
    return await()
        .until(
            () ->
                archive
                    .database
                    .jdbi()
                    .withHandle(
                        h -> h.createQuery(WAITS.formatted(statement)).mapTo(Integer.class).list()),
            pids -> pids.size() == 1)
        .get(0);
  }

  @Test
  void aStepThatDiesHasDoneNothingAndTheNextGoesOnWhereItBegan() {
    for (int i = 1; i <= 7; i++) {
      archive.allowed(Integer.toString(i), "2027-03-04");
    }
    UUID id = archive.approved(ALLOWED_COMMENTS);
    archive.disposing.step(id, OldArchive.PLACES);
    try (Handle other = archive.database.jdbi().open()) {
      other.begin();
      other.execute("select * from revision where comment_id = '6' for update");
      CompletableFuture<Step> step = stepping(id);
      int pid = waiting("update revision");
      other.select("select pg_terminate_backend(?)", pid).mapTo(boolean.class).one();
      assertThatThrownBy(step::join).isInstanceOf(CompletionException.class);
      other.rollback();
    }
    assertThat(archive.gone()).containsExactly("1", "2", "3");
    assertThat(archive.one("select concat_ws(' ', looked, records) from disposal"))
        .isEqualTo("3 3");

    // Continues like the service after its next start: on its own connection, from what is stored.
    archive.carryOut(archive.disposing.underWay().get(0));

    assertThat(archive.gone()).hasSize(7);
    assertThat(
            archive.one("select concat_ws(' ', looked, records, revisions, total) from disposal"))
        .isEqualTo("7 7 7 7");
    assertThat(archive.database.count("disposed_revision")).isEqualTo(7);
    assertThat(archive.disposing.underWay()).isEmpty();
  }

  @Test
  void twoWorkersDisposeOfEachRecordOnce() {
    for (int i = 1; i <= 30; i++) {
      archive.allowed(Integer.toString(i), "2027-03-04");
    }
    UUID id = archive.approved(ALLOWED_COMMENTS);

    List<CompletableFuture<Void>> workers =
        List.of(
            CompletableFuture.runAsync(() -> archive.carryOutWithOthers(id)),
            CompletableFuture.runAsync(() -> archive.carryOutWithOthers(id)));
    workers.forEach(CompletableFuture::join);

    assertThat(archive.gone()).hasSize(30);
    assertThat(archive.one("select concat_ws(' ', looked, records) from disposal"))
        .isEqualTo("30 30");
    assertThat(archive.one("select count(*) from audit where act = 'records-disposed'"))
        .isEqualTo("1");
  }

  @Test
  void aStepWaitsForAHoldThatIsBeingWrittenAndSeesIt() {
    archive.allowed("1", "2027-03-04");
    UUID id = archive.approved(ALLOWED_COMMENTS);
    try (Handle other = archive.database.jdbi().open()) {
      other.begin();
      other.execute(
          "insert into record_hold (hold_id, covers, matter, reason, placed_by) values (gen_random_uuid(), 'everything', 'm', 'r', 'x')");
      CompletableFuture<Step> step = stepping(id);
      waiting("lock table record_hold");
      other.commit();
      step.join();
    }
    assertThat(archive.whole()).containsExactly("1");
  }

  @Test
  void aCaseThatIsReopenedUnderAStepIsLeft() {
    UUID caseId = archive.decided("1", "2027-03-04");
    UUID id = archive.approved(DECIDED_CASES);
    try (Handle other = archive.database.jdbi().open()) {
      other.begin();
      other.execute("update review_case set state = 'open' where case_id = ?", caseId);
      CompletableFuture<Step> step = stepping(id);
      waiting("from review_case");
      other.commit();
      step.join();
    }
    assertThat(archive.whole()).containsExactly("1");
    assertThat(archive.left(id)).containsEntry("OPEN_CASE", 1L);
  }

  @Test
  void aCaseThatSomebodyOpensDuringAStepIsRefused() {
    archive.allowed("1", "2027-03-04");
    UUID id = archive.approved(ALLOWED_COMMENTS);
    CaseOpenings openings = new CaseOpenings(archive.database.jdbi(), Clock.systemUTC());
    Clause clause = Fixtures.POLICY.clauses().get(0);
    CompletableFuture<Step> step;
    CompletableFuture<Optional<UUID>> opened;
    try (Handle other = archive.database.jdbi().open()) {
      other.begin();
      other.execute("select * from revision where comment_id = '1' for update");
      step = stepping(id);
      waiting("update revision");
      opened =
          CompletableFuture.supplyAsync(
              () ->
                  openings.open(
                      new CommentKey("practice", "1"), "maple-high", clause, "novak", "Look."));
      waiting("select from comment");
      other.rollback();
    }
    step.join();

    assertThatThrownBy(opened::join).hasMessageContaining("This comment was disposed of.");
    assertThat(archive.gone()).containsExactly("1");
  }

  /** As the first look does before it judges. */
  private static void reads(Handle pipeline) throws SQLException {
    assertThat(
            new Archive(pipeline.getConnection())
                .lockComments(Set.of(new CommentKey("practice", "1"))))
        .hasSize(1);
  }

  @Test
  void whatThePipelineIsReadingIsLookedAtOnceItIsWritten() throws SQLException {
    archive.allowed("1", "2027-03-04");
    UUID id = archive.approved(ALLOWED_COMMENTS);
    try (Handle pipeline = archive.database.jdbi().open()) {
      pipeline.begin();
      reads(pipeline);
      CompletableFuture<Step> step = stepping(id);
      waiting("from comment");
      pipeline.execute(
          "update comment set latest_text = 'Edited', latest_revision = '2', changed_at = '2030-01-01' where comment_id = '1'");
      pipeline.commit();
      step.join();
    }
    assertThat(archive.whole()).containsExactly("1");
    assertThat(archive.left(id)).containsEntry("YOUNGER", 1L);
  }

  @Test
  void aStepThatOthersHoldUpGivesWayAndTriesAgainLater() throws SQLException {
    archive.allowed("1", "2027-03-04");
    UUID id = archive.approved(ALLOWED_COMMENTS);
    DisposalJob hurried = new DisposalJob(archive.database.jdbi(), 3, Duration.ofMillis(1));
    try (Handle pipeline = archive.database.jdbi().open()) {
      pipeline.begin();
      reads(pipeline);
      assertThat(hurried.step(id, OldArchive.PLACES)).isEqualTo(Step.BUSY);
      pipeline.commit();
    }
    assertThat(archive.whole()).containsExactly("1");

    archive.carryOut(id);
    assertThat(archive.gone()).containsExactly("1");
  }
}
