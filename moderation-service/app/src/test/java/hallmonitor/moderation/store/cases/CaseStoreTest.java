package hallmonitor.moderation.store.cases;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.ActionState;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CaseSituation;
import hallmonitor.moderation.casework.CaseState;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.pipeline.Stage;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class CaseStoreTest {
  private static final UUID CASE_ID = CaseIds.ofCase(new CommentKey("practice", "17"));

  private final Stage stage = new Stage();
  private final AtomicInteger woken = new AtomicInteger();
  private final CaseStore cases =
      new CaseStore(stage.database.jdbi(), Stage.CLOCK, woken::incrementAndGet);

  @Test
  void aRestoreIsOrderedRecordedAndAuditedInOneGo() throws Exception {
    stage.receive(aComment("17").saying("you idiot"));
    decide(0, Kind.RESTORE);

    ActionOrdered order = stage.orders().get(1);
    assertThat(order.action()).isEqualTo(PlatformAction.RESTORE);
    assertThat(order.orderedBy()).isEqualTo("novak");
    assertThat(order.policyVersion()).isEqualTo("policy-1");
    assertThat(
            stage.database.rows(
                "select state, action_state, decided_by, decision_note, version from review_case"))
        .containsExactly(
            Map.of(
                "state", "restored",
                "action_state", "restore-ordered",
                "decided_by", "novak",
                "decision_note", "It is fair criticism.",
                "version", 1));
    assertThat(stage.database.rows("select actor, act, target, detail from audit"))
        .containsExactly(
            Map.of(
                "actor", "novak",
                "act", "restore",
                "target", "case " + CASE_ID,
                "detail", "It is fair criticism."));
    assertThat(woken).hasValue(1);
  }

  @Test
  void confirmingChangesNothingOnThePlatform() throws Exception {
    stage.receive(aComment("17").saying("you idiot"));
    decide(0, Kind.CONFIRM);
    assertThat(stage.orders()).hasSize(1);
    assertThat(stage.database.one("select state from review_case", String.class))
        .isEqualTo("confirmed");
  }

  @Test
  void aPersonCanHideWhatThePolicyOnlyPutBeforeThem() throws Exception {
    stage.receive(aComment("17").saying("damn"));
    decide(0, Kind.HIDE);
    assertThat(stage.orders())
        .singleElement()
        .satisfies(o -> assertThat(o.action()).isEqualTo(PlatformAction.HIDE));
  }

  @Test
  void strikesCountUntilAPersonRestoresOrDismisses() throws Exception {
    stage.receive(
        aComment("17").by("R. Doe").saying("you idiot"),
        aComment("18").by("R. Doe").saying("such an idiot"));
    assertThat(strikes()).isEqualTo(2);
    decide(0, Kind.RESTORE);
    assertThat(strikes()).isEqualTo(1);
    decide(1, Kind.HIDE);
    assertThat(strikes()).isEqualTo(2);
  }

  private int strikes() {
    return stage.database.one(
        "select count(*) from strike where author_key = 'name:R. Doe' and voided_at is null",
        Integer.class);
  }

  @Test
  void aDecisionOnAnEarlierStateOfTheCaseIsRefused() throws Exception {
    stage.receive(aComment("17").saying("damn"));
    stage.receive(aComment("17").saying("damn").editedTo("r2", "you idiot"));
    assertThatThrownBy(() -> decide(0, Kind.DISMISS)).isInstanceOf(CaseChanged.class);
    assertThat(stage.database.count("audit")).isZero();
  }

  @Test
  void anIllegalDecisionLeavesNoTrace() throws Exception {
    stage.receive(aComment("17").saying("damn"));
    var before = stage.everything();
    assertThatThrownBy(() -> decide(0, Kind.CONFIRM)).isInstanceOf(NotLegal.class);
    assertThat(stage.everything()).isEqualTo(before);
    assertThat(woken).hasValue(0);
  }

  @Test
  void anUnknownCaseIsRefused() {
    assertThatThrownBy(() -> decide(0, Kind.CONFIRM)).isInstanceOf(CaseChanged.class);
  }

  @Test
  void aReopenedCaseForgetsItsEarlierDecisionAndItsHistoryDoesNot() throws Exception {
    stage.receive(aComment("17").saying("damn"));
    decide(0, Kind.DISMISS);
    stage.receive(aComment("17").saying("damn").editedTo("r2", "you idiot"));
    assertThat(stage.database.rows("select state, decided_by from review_case").get(0))
        .containsEntry("state", "open")
        .containsEntry("decided_by", null);
    assertThat(stage.database.rows("select kind from case_event order by id"))
        .extracting(row -> row.get("kind"))
        .containsExactly("opened", "dismissed", "reopened", "hide-ordered");
  }

  @Test
  void aCaseIsWrittenOnceWithItsDecisionAndWithItsEvidence() throws Exception {
    noteWritesOfCases();
    stage.receive(aComment("17").saying("I will shoot you"));
    assertThat(stage.database.rows("select evidence from review_case"))
        .containsExactly(Map.of("evidence", true));
    assertThat(stage.database.count("written")).isEqualTo(1);

    decide(0, Kind.CONFIRM);
    assertThat(stage.database.rows("select decided_by, decided_at, evidence from review_case"))
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("decided_by", "novak").doesNotContainValue(null))
        .satisfies(row -> assertThat(row).containsEntry("evidence", true));
    assertThat(stage.database.count("written")).isEqualTo(2);
  }

  @Test
  void aCaseThatWasWaitedForIsReadWithItsCommentAsTheOtherLeftIt() throws Exception {
    stage.receive(aComment("17").saying("damn"));
    try (Handle first = stage.database.jdbi().open()) {
      first.begin();
      first.execute("update review_case set action_state = 'hidden'");
      first.execute("update comment set visibility = 'hidden'");
      CompletableFuture<CaseSituation> second = CompletableFuture.supplyAsync(this::lock);
      await()
          .until(
              () ->
                  stage.database.count(
                          "pg_stat_activity where datname = current_database()"
                              + " and wait_event_type = 'Lock'")
                      == 1);
      first.commit();
      assertThat(second.get(30, TimeUnit.SECONDS))
          .isEqualTo(new CaseSituation(CaseState.OPEN, ActionState.HIDDEN, Visibility.HIDDEN));
    }
  }

  private CaseSituation lock() {
    try (Handle second = stage.database.jdbi().open()) {
      return new CaseTable(second.getConnection()).lockByIds(List.of(CASE_ID)).get(0).situation();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void noteWritesOfCases() {
    stage
        .database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("create table written (version int)");
              h.execute(
                  """
                  create function note_write() returns trigger language plpgsql as $$
                  begin insert into written values (new.version); return new; end $$
                  """);
              h.execute(
                  """
                  create trigger written after insert or update on review_case
                  for each row execute function note_write()
                  """);
            });
  }

  private void decide(int version, Kind kind) {
    cases.decide(new Decision(CASE_ID, version, kind, "novak", "It is fair criticism."));
  }
}
