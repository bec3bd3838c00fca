package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent.CaseChanged;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.casework.Fixtures;
import hallmonitor.moderation.casework.ManualEscalation;
import hallmonitor.moderation.pipeline.jobs.DangerLaneJob;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.escalation.DangerLaneCases;
import hallmonitor.moderation.store.escalation.ManualEscalations;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/**
 * Tests that what no one decides in the danger lane is escalated once. The comments arrive at one
 * minute past seven in Chicago, when quiet hours have just ended.
 */
class DangerLaneJobTest {
  private static final UUID CASE_ID = CaseIds.ofCase(new CommentKey("practice", "17"));
  private static final Duration TIME = Duration.ofHours(2);

  private final Stage stage = new Stage();
  private final AtomicInteger woken = new AtomicInteger();

  @Test
  void nothingHappensBeforeTheTimeIsUp() throws Exception {
    faintDanger();

    assertThat(after(TIME.minusSeconds(1)).escalate()).isZero();
    assertThat(stage.escalations()).isEmpty();
    assertThat(woken).hasValue(0);
  }

  @Test
  void whatNobodyDecidedIsToldToTheAccountAdministratorWithItsEvidence() throws Exception {
    faintDanger();

    assertThat(after(TIME).escalate()).isEqualTo(1);

    CaseEscalated told = stage.escalations().get(0);
    assertThat(told.roles()).containsExactly("account-administrator");
    assertThat(told.urgency()).isEqualTo(CaseEscalated.Urgency.SOON);
    assertThat(told.clause()).isEqualTo("3.3");
    assertThat(told.clauseTitle()).isEqualTo("Possible danger");
    assertThat(told.building()).isEqualTo("maple-high");
    assertThat(told.snapshot().text()).isEqualTo("he has a knife");
    assertThat(told.capture()).map(Capture::cause).contains("policy");
    assertThat(history()).containsExactly("opened", "not-decided-in-time", "escalated");
    assertThat(stage.caseEvents())
        .extracting(e -> ((CaseChanged) e).kind())
        .containsExactly("not-decided-in-time");
    assertThat(stage.database.count("escalation_state")).isEqualTo(1);
    assertThat(stage.database.one("select state from review_case", String.class)).isEqualTo("open");
    assertThat(woken).hasValue(1);
  }

  @Test
  void aRestartEscalatesNothingTwiceAndForgetsNothing() throws Exception {
    faintDanger();
    after(TIME).escalate();
    var before = stage.everything();

    assertThat(after(TIME.multipliedBy(20)).escalate()).isZero();
    assertThat(stage.everything()).isEqualTo(before);

    stage.receive(aComment("18").by("B. Cole").saying("he has a knife at home"));
    assertThat(after(TIME.multipliedBy(20)).escalate()).isEqualTo(1);
    assertThat(stage.escalations()).hasSize(2);
  }

  @Test
  void manyInstancesAtTheSameTimeEscalateEachOnce() throws Exception {
    int comments = 40;
    stage.receive(
        IntStream.range(0, comments)
            .mapToObj(i -> aComment("c" + i).by("A" + i).saying("he has a knife, " + i))
            .toList());

    assertThat(atOnce(4)).isEqualTo(comments);
    assertThat(stage.escalations())
        .extracting(CaseEscalated::escalationId)
        .doesNotHaveDuplicates()
        .hasSize(comments);
  }

  @Test
  void anEditAfterTheTimeTellsNobodyAgain() throws Exception {
    faintDanger();
    after(TIME).escalate();
    stage.receive(aComment("17").saying("he has a knife").editedTo("r2", "he has a big knife"));

    assertThat(after(TIME.multipliedBy(20)).escalate()).isZero();
    assertThat(stage.escalations()).hasSize(1);
  }

  @Test
  void aDecisionStopsTheTime() throws Exception {
    faintDanger();
    new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {})
        .decide(new Decision(CASE_ID, 0, Kind.DISMISS, "novak", "A kitchen knife."));

    assertThat(after(TIME).escalate()).isZero();
  }

  @Test
  void anEscalationByHandStopsTheTime() throws Exception {
    faintDanger();
    new ManualEscalations(stage.database.jdbi(), Stage.CLOCK, () -> {})
        .escalate(
            new ManualEscalation(
                CASE_ID,
                0,
                "novak",
                Fixtures.POLICY.clauses().get(4),
                List.of("principal"),
                Urgency.IMMEDIATE,
                "It is meant."),
            "Maple Valley High School news");

    assertThat(after(TIME).escalate()).isZero();
    assertThat(stage.escalations()).hasSize(1);
  }

  @Test
  void aDeletedCommentStopsTheTime() throws Exception {
    SeenComment comment = aComment("17").saying("he has a knife");
    stage.receive(comment);
    stage.receive(comment.deletedAs("r2"));

    assertThat(after(TIME).escalate()).isZero();
  }

  @Test
  void aCaseThatSomebodyIsAtWorkOnIsPassedOver() throws Exception {
    faintDanger();
    try (Handle other = stage.database.jdbi().open()) {
      other.begin();
      other.execute("select 1 from review_case for update");
      assertThat(after(TIME).escalate()).isZero();
      other.rollback();
    }
    assertThat(after(TIME).escalate()).isEqualTo(1);
  }

  @Test
  void aCaseThatCannotBeEscalatedIsNamedAndStopsNoOther() throws Exception {
    faintDanger();
    stage.receive(aComment("18").by("B. Cole").saying("he has a knife at home"));
    stage
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "update revision set findings = '[{\"spans\": 1}]' where comment_id = '17'"));
    DangerLaneJob job = after(TIME);

    assertThat(job.escalate()).isEqualTo(1);
    assertThat(job.fault()).hasValueSatisfying(words -> assertThat(words).contains("" + CASE_ID));

    stage.database.jdbi().useHandle(h -> h.execute("update revision set findings = '[]'"));
    assertThat(job.escalate()).isEqualTo(1);
    assertThat(job.fault()).isEmpty();
  }

  private void faintDanger() throws Exception {
    stage.receive(aComment("17").saying("he has a knife"));
  }

  /** Returns the job of an instance that started this long after the comments arrived. */
  private DangerLaneJob after(Duration time) {
    Clock clock = Clock.fixed(Stage.CLOCK.instant().plus(time), ZoneOffset.UTC);
    return new DangerLaneJob(
        new DangerLaneCases(stage.database.jdbi(), clock), stage::rules, woken::incrementAndGet);
  }

  private int atOnce(int instances) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(instances);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < instances; i++) {
        DangerLaneJob job = after(TIME);
        running.add(pool.submit(job::escalate));
      }
      int sum = 0;
      for (Future<Integer> one : running) {
        sum += one.get();
      }
      return sum + after(TIME).escalate();
    } finally {
      pool.shutdownNow();
    }
  }

  private List<String> history() {
    return stage
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("select kind from case_event order by id")
                    .mapTo(String.class)
                    .list());
  }
}
