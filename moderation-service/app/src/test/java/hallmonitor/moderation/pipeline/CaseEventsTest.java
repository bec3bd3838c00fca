package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CaseEvent.CaptureAsked;
import hallmonitor.contract.event.CaseEvent.CaseChanged;
import hallmonitor.contract.event.CaseEvent.CaseViewed;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.escalation.CaseDesk;
import hallmonitor.moderation.store.escalation.CaseDesk.Who;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Tests that events of a case with evidence go to the ledger, once each. */
class CaseEventsTest {
  private static final UUID CASE_ID = CaseIds.ofCase(new CommentKey("practice", "17"));
  private static final Who NOVAK = new Who("novak", "Petra Novak");

  private final Stage stage = new Stage();
  private final CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
  private final CaseDesk desk = new CaseDesk(stage.database.jdbi(), Stage.CLOCK, () -> {});

  @Test
  void nothingIsToldOfACaseWithoutEvidence() throws Exception {
    stage.receive(aComment("17").saying("you idiot"));
    cases.decide(new Decision(CASE_ID, 0, Kind.CONFIRM, "novak", ""));
    desk.viewed(CASE_ID, NOVAK);
    assertThat(stage.caseEvents()).isEmpty();
  }

  @Test
  void hidingRestoringAndDecidingAreTold() throws Exception {
    stage.receive(aComment("17").saying("I will shoot you"));
    stage.seal();
    taken();
    cases.decide(new Decision(CASE_ID, 2, Kind.RESTORE, "novak", "A quote."));
    assertThat(changes())
        .extracting(CaseChanged::kind)
        .containsExactly("hide-ordered", "hidden", "restore-ordered");
    assertThat(changes().get(2))
        .satisfies(
            c -> {
              assertThat(c.actor()).isEqualTo("novak");
              assertThat(c.detail()).isEqualTo("A quote.");
              assertThat(c.caseId()).isEqualTo(CASE_ID);
            });
  }

  @Test
  void aPersonIsToldByNameAndThePolicyHasNone() throws Exception {
    stage
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into console_user
                      (user_name, display_name, password_hash, role, must_change_password)
                    values ('novak', 'Petra Novak', '', 'moderator', false)
                    """));
    stage.receive(aComment("17").saying("I will shoot you"));
    stage.seal();
    cases.decide(new Decision(CASE_ID, 1, Kind.RESTORE, "novak", "A quote."));

    assertThat(changes().get(0).actorName()).isEmpty();
    assertThat(changes().get(changes().size() - 1).actorName()).contains("Petra Novak");
  }

  @Test
  void whatOneDecisionWritesIsToldAsOneAlsoByAnUndoThatOrdersSomething() throws Exception {
    stage.receive(aComment("17").saying("I will shoot you"));
    stage.seal();
    taken();
    cases.decide(new Decision(CASE_ID, 2, Kind.RESTORE, "novak", "A quote."));
    cases.decide(new Decision(CASE_ID, 3, Kind.UNDO, "novak", ""));

    assertThat(changes())
        .extracting(CaseChanged::kind)
        .containsExactly("hide-ordered", "hidden", "restore-ordered", "reopened", "hide-ordered");
    assertThat(changes().get(0).decision()).as("the policy's").isEmpty();
    assertThat(changes().get(2).decision()).isPresent();
    assertThat(changes().get(3).decision()).isPresent().isEqualTo(changes().get(4).decision());
    assertThat(changes().get(3).decision()).isNotEqualTo(changes().get(2).decision());
    assertThat(stage.database.one("select state from escalation_state", String.class))
        .isEqualTo("open");
  }

  @Test
  void theSameResultAgainIsNotToldAgain() throws Exception {
    stage.receive(aComment("17").saying("I will shoot you"));
    stage.seal();
    taken();
    List<CaseEvent> before = stage.caseEvents();
    taken();
    stage.receive(aComment("17").saying("I will shoot you"));
    assertThat(stage.caseEvents()).isEqualTo(before);
    assertThat(before).extracting(CaseEvent::eventId).doesNotHaveDuplicates();
  }

  @Test
  void anEditAndADeletionAreToldWithWhatTheConnectorRead() throws Exception {
    SeenComment comment = aComment("17").saying("I will shoot you");
    SeenComment edit = comment.editedTo("r2", "Only joking");
    stage.receive(comment);
    stage.receive(edit);
    stage.receive(edit.deletedAs("r3"));
    assertThat(changes())
        .extracting(CaseChanged::kind)
        .containsExactly("edited", "deleted-on-platform", "hide-cancelled");
    assertThat(changes().get(0).seen()).contains(edit.event());
    assertThat(changes().get(1).seen()).contains(edit.deletedAs("r3").event());
    assertThat(changes().get(2).seen()).isEmpty();
  }

  @Test
  void evenAHarmlessEditOfADecidedCaseIsTold() throws Exception {
    SeenComment comment = aComment("17").saying("He beats me");
    stage.receive(comment);
    cases.decide(new Decision(CASE_ID, 0, Kind.DISMISS, "novak", ""));
    stage.receive(comment.editedTo("r2", "Never mind"));
    assertThat(changes()).extracting(CaseChanged::kind).containsExactly("dismissed", "edited");
    assertThat(changes().get(1).seen()).isPresent();
  }

  @Test
  void anEditThatIsEscalatedOnceMoreIsInItsOwnCapture() throws Exception {
    SeenComment comment = aComment("17").saying("He beats me");
    stage.receive(comment);
    stage.receive(comment.editedTo("r2", "I will shoot him"));
    assertThat(stage.escalations()).hasSize(2);
    assertThat(stage.escalations().get(1).capture().orElseThrow().earlier()).hasSize(1);
    assertThat(changes()).isEmpty();
  }

  @Test
  void aCaptureByHandHoldsWhatTheArchiveHoldsAndStartsTheRecord() throws Exception {
    SeenComment comment = aComment("17").by("R. Doe").saying("you idiot");
    stage.receive(aComment("16").by("A"), comment);
    UUID asked = UUID.randomUUID();
    assertThat(desk.capture(asked, CASE_ID, NOVAK, "Counsel asked.")).isTrue();
    assertThat(desk.capture(asked, CASE_ID, NOVAK, "Counsel asked.")).isFalse();
    cases.decide(new Decision(CASE_ID, 0, Kind.CONFIRM, "novak", ""));

    CaptureAsked event = (CaptureAsked) stage.caseEvents().get(0);
    assertThat(event.capture().seen()).isEqualTo(comment.event());
    assertThat(event.capture().thread()).hasSize(1);
    assertThat(event.capture().cause()).isEqualTo("novak");
    assertThat(event.building()).isEqualTo("maple-high");
    assertThat(changes()).extracting(CaseChanged::kind).containsExactly("confirmed");
    assertThat(stage.caseEvents()).hasSize(2);
  }

  @Test
  void aCaptureOfACaseThatDoesNotExistChangesNothing() {
    assertThat(desk.capture(UUID.randomUUID(), UUID.randomUUID(), NOVAK, "Why not?")).isFalse();
    assertThat(stage.database.count("audit")).isZero();
  }

  @Test
  void eachPersonsFirstLookIsToldOnce() throws Exception {
    stage.receive(aComment("17").saying("He beats me"));
    desk.viewed(CASE_ID, NOVAK);
    desk.viewed(CASE_ID, NOVAK);
    desk.viewed(CASE_ID, new Who("brandt", "Elias Brandt"));
    assertThat(stage.caseEvents())
        .extracting(e -> ((CaseViewed) e).user())
        .containsExactly("novak", "brandt");
  }

  private List<CaseChanged> changes() {
    return stage.caseEvents().stream()
        .filter(CaseChanged.class::isInstance)
        .map(CaseChanged.class::cast)
        .toList();
  }

  private void taken() throws Exception {
    ActionOrdered order = stage.orders().get(0);
    ActionTaken taken = Stage.taken(order, NOON.plusSeconds(70));
    stage
        .handlers
        .actionResults()
        .handle(
            List.of(new ConsumerRecord<byte[], byte[]>("r", 0, 0, null, EventJson.write(taken))));
  }
}
