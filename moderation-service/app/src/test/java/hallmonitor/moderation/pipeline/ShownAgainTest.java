package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionOrdered.Urgency;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent.CaseChanged;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.pipeline.jobs.UndoneHideJob;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.escalation.UndoneHides;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Tests what follows when others act against our orders on the platform. */
class ShownAgainTest {
  private final Stage stage = new Stage();
  private SeenComment comment;

  /** Receives a comment that is hidden, with its evidence sealed if it has any. */
  private void hidden(String words) throws Exception {
    comment = aComment("17").saying(words);
    stage.receive(comment);
    if (!stage.escalations().isEmpty()) {
      stage.seal();
    }
    done();
    stage.receive(comment.readAs(Visibility.HIDDEN, 61));
  }

  /** Carries out the newest order. */
  private void done() throws Exception {
    ActionOrdered order = stage.orders().get(stage.orders().size() - 1);
    ActionTaken taken = Stage.taken(order, Stage.CLOCK.instant());
    stage
        .handlers
        .actionResults()
        .handle(
            List.of(new ConsumerRecord<>("action-results", 0, 0, null, EventJson.write(taken))));
  }

  private void shownAfter(int seconds) throws Exception {
    stage.receive(comment.readAs(Visibility.VISIBLE, seconds));
  }

  private List<CaseChanged> told(String kind) {
    return stage.caseEvents().stream()
        .filter(CaseChanged.class::isInstance)
        .map(CaseChanged.class::cast)
        .filter(event -> event.kind().equals(kind))
        .toList();
  }

  private int tell() {
    return new UndoneHideJob(
            new UndoneHides(stage.database.jdbi(), Stage.CLOCK),
            stage::rules,
            Duration.ofMinutes(5),
            () -> {})
        .tell();
  }

  private Map<String, Object> standing() {
    return stage
        .database
        .rows("select state, action_state, disagreement, hidden_again from review_case")
        .get(0);
  }

  @Test
  void aThreatThatAnEditorShowsIsHiddenAgainOnceAndThoseAskedAreTold() throws Exception {
    hidden("I will shoot you");
    shownAfter(120);

    assertThat(stage.orders())
        .extracting(ActionOrdered::action, ActionOrdered::urgency, ActionOrdered::orderedBy)
        .containsExactly(
            tuple(PlatformAction.HIDE, Urgency.DANGER, "policy"),
            tuple(PlatformAction.HIDE, Urgency.DANGER, "policy"));
    assertThat(told("restored-on-platform")).hasSize(1);
    assertThat(told("hidden-again")).hasSize(1);

    shownAfter(120);
    assertThat(stage.orders()).as("the same news again").hasSize(2);
    assertThat(tell()).as("nothing has failed").isZero();
  }

  @Test
  void whoShowsItASecondTimeIsNotFoughtAndThoseAskedAreAlarmed() throws Exception {
    hidden("I will shoot you");
    shownAfter(120);
    done();
    stage.receive(comment.readAs(Visibility.HIDDEN, 180));
    shownAfter(240);

    assertThat(stage.orders()).hasSize(2);
    assertThat(standing())
        .containsEntry("state", "open")
        .containsEntry("disagreement", "shown")
        .containsEntry("hidden_again", true);
    assertThat(tell()).isEqualTo(1);
    assertThat(told("hide-not-done"))
        .singleElement()
        .satisfies(
            alarm ->
                assertThat(alarm.detail())
                    .contains(
                        "showed it on the platform again", "http://127.0.0.1/?p=5#comment-17"));
    assertThat(tell()).as("once").isZero();
  }

  @Test
  void whereNobodyIsAskedAnyMoreTheAccountAdministratorIs() throws Exception {
    hidden("I will shoot you");
    CaseEscalated first = stage.escalations().get(0);
    stage.hear(
        new Closed(first.escalationId(), first.caseId(), "okafor", "Safe.", false, Instant.now()));
    shownAfter(120);
    done();
    stage.receive(comment.readAs(Visibility.HIDDEN, 180));
    shownAfter(240);

    assertThat(tell()).isEqualTo(1);
    assertThat(stage.escalations().get(1).roles()).containsExactly("account-administrator");
    assertThat(stage.escalations().get(1).hideNotDone())
        .hasValueSatisfying(why -> assertThat(why).contains("showed it on the platform again"));
  }

  @Test
  void anInsultThatAnEditorShowsStaysShownAndTheCaseWaits() throws Exception {
    hidden("you idiot");
    CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
    int version = stage.database.one("select version from review_case", Integer.class);
    ActionOrdered hide = stage.orders().get(0);
    cases.decide(new Decision(hide.caseId(), version, Decision.Kind.CONFIRM, "novak", ""));
    shownAfter(120);

    assertThat(stage.orders()).hasSize(1);
    assertThat(standing())
        .containsEntry("state", "open")
        .containsEntry("action_state", "restored")
        .containsEntry("disagreement", "shown");
    assertThat(tell()).as("nobody is woken").isZero();
  }

  @Test
  void aHideThatArrivesAfterARestoreOpensTheCaseAgain() throws Exception {
    hidden("you idiot");
    CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
    int version = stage.database.one("select version from review_case", Integer.class);
    ActionOrdered hide = stage.orders().get(0);
    cases.decide(new Decision(hide.caseId(), version, Decision.Kind.RESTORE, "novak", "Wrong."));
    done();
    shownAfter(90);
    stage.receive(comment.readAs(Visibility.HIDDEN, 120));

    assertThat(stage.orders()).hasSize(2);
    assertThat(standing()).containsEntry("state", "open").containsEntry("disagreement", "hidden");
  }
}
