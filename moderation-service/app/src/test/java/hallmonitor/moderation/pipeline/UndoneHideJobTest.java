package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent.CaseChanged;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.pipeline.jobs.UndoneHideJob;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.escalation.UndoneHides;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * Tests that people are notified of something dangerous that could not be hidden, once and
 * immediately.
 */
class UndoneHideJobTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Stage stage = new Stage();
  private final AtomicInteger woken = new AtomicInteger();

  @Test
  void aThreatThatThePlatformRefusesToHideIsToldAtOnceInItsEscalation() throws Exception {
    ActionOrdered hide = threat();
    answer(failed(hide, Why.REFUSED));

    assertThat(after(Duration.ZERO).tell()).isEqualTo(1);

    assertThat(stage.escalations()).as("nobody is asked twice").hasSize(1);
    assertThat(told())
        .singleElement()
        .satisfies(
            news -> {
              assertThat(news.caseId()).isEqualTo(hide.caseId());
              assertThat(news.detail())
                  .contains("hide it by hand: http://127.0.0.1/?p=5#comment-17.")
                  .endsWith("Do this.");
            });
    assertThat(woken).hasValue(1);
    assertThat(after(PATIENCE).tell()).as("once").isZero();
  }

  @Test
  void aThreatThatIsNotHiddenInTimeIsToldThoughTheServiceTriesOn() throws Exception {
    ActionOrdered hide = threat();
    answer(failed(hide, Why.RETRYING));

    assertThat(after(PATIENCE.minusSeconds(1)).tell()).isZero();
    assertThat(after(PATIENCE).tell()).isEqualTo(1);
    assertThat(told()).hasSize(1);
  }

  @Test
  void aThreatThatNobodyAnsweredForIsToldToo() throws Exception {
    threat();

    assertThat(after(PATIENCE).tell()).isEqualTo(1);
    assertThat(told()).hasSize(1);
  }

  @Test
  void whereTheEscalationIsClosedTheAccountAdministratorIsAskedAtOnce() throws Exception {
    ActionOrdered hide = threat();
    CaseEscalated first = stage.escalations().get(0);
    stage.hear(
        new Closed(first.escalationId(), first.caseId(), "okafor", "Safe.", false, Instant.now()));
    answer(failed(hide, Why.REFUSED));

    assertThat(after(Duration.ZERO).tell()).isEqualTo(1);

    assertThat(stage.escalations()).hasSize(2);
    assertThat(stage.escalations().get(1))
        .satisfies(
            asked -> {
              assertThat(asked.roles()).containsExactly("account-administrator");
              assertThat(asked.urgency()).isEqualTo(CaseEscalated.Urgency.IMMEDIATE);
              assertThat(asked.hideOrdered()).isFalse();
              assertThat(asked.hideNotDone())
                  .hasValueSatisfying(
                      why -> assertThat(why).contains("hide it by hand").endsWith("Do this."));
              assertThat(asked.snapshot().permalink()).contains("http://127.0.0.1/?p=5#comment-17");
            });
    assertThat(told()).as("the escalation says it").isEmpty();
  }

  @Test
  void aThreatInReviewThatAPersonHidesInVainIsToldToTheAccountAdministrator() throws Exception {
    stage.receive(seen("he has a knife"));
    CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
    var id = stage.database.one("select case_id from review_case", java.util.UUID.class);
    cases.decide(
        new Decision(
            id,
            0,
            Decision.Kind.HIDE,
            "novak",
            Optional.of(stage.rules().clause("3.1")),
            "It is one."));
    ActionOrdered hide = stage.orders().get(0);
    assertThat(hide.urgency()).isEqualTo(ActionOrdered.Urgency.DANGER);
    answer(failed(hide, Why.NOT_SUPPORTED));

    assertThat(after(Duration.ZERO).tell()).isEqualTo(1);

    assertThat(stage.escalations())
        .singleElement()
        .satisfies(e -> assertThat(e.roles()).containsExactly("account-administrator"));
    assertThat(told()).as("the escalation says it").isEmpty();
  }

  @Test
  void ofAnInsultThatIsNotHiddenNobodyIsTold() throws Exception {
    stage.receive(seen("you idiot"));
    ActionOrdered hide = stage.orders().get(0);
    assertThat(hide.urgency()).isEqualTo(ActionOrdered.Urgency.ROUTINE);
    answer(failed(hide, Why.REFUSED));

    assertThat(after(PATIENCE).tell()).isZero();
  }

  @Test
  void nobodyIsToldOfWhatReadersDoNotSee() throws Exception {
    ActionOrdered hide = threat();
    answer(
        new ActionTaken(
            hide.actionId(),
            hide.caseId(),
            hide.comment(),
            hide.action(),
            true,
            "hold",
            Stage.CLOCK.instant()));

    assertThat(after(PATIENCE).tell()).isZero();
    assertThat(told()).isEmpty();
  }

  @Test
  void nobodyIsToldOfWhatAPersonFoundHarmlessMeanwhile() throws Exception {
    ActionOrdered hide = threat();
    answer(failed(hide, Why.REFUSED));
    CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
    int version = stage.database.one("select version from review_case", Integer.class);
    cases.decide(new Decision(hide.caseId(), version, Decision.Kind.DISMISS, "novak", ""));

    assertThat(after(PATIENCE).tell()).isZero();
    assertThat(told()).isEmpty();
  }

  @Test
  void nobodyIsToldOfAHideThatAPersonTookBack() throws Exception {
    ActionOrdered hide = threat();
    CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
    int version = stage.database.one("select version from review_case", Integer.class);
    cases.decide(new Decision(hide.caseId(), version, Decision.Kind.RESTORE, "novak", ""));

    assertThat(after(PATIENCE).tell()).isZero();
    assertThat(stage.orders())
        .extracting(ActionOrdered::urgency)
        .containsExactly(ActionOrdered.Urgency.DANGER, ActionOrdered.Urgency.PERSON);
  }

  /** Returns the hide of a threat with sealed evidence. */
  private ActionOrdered threat() throws Exception {
    stage.receive(seen("I will shoot you"));
    stage.seal();
    ActionOrdered hide = stage.orders().get(0);
    assertThat(hide.urgency()).isEqualTo(ActionOrdered.Urgency.DANGER);
    return hide;
  }

  private static SeenComment seen(String words) {
    return aComment("17").saying(words);
  }

  private void answer(ActionResult result) throws Exception {
    stage
        .handlers
        .actionResults()
        .handle(
            List.of(new ConsumerRecord<>("action-results", 0, 0, null, EventJson.write(result))));
  }

  private static ActionFailed failed(ActionOrdered order, Why why) {
    return new ActionFailed(
        order.actionId(),
        order.caseId(),
        order.comment(),
        order.action(),
        why,
        "Do this.",
        Stage.CLOCK.instant());
  }

  private UndoneHideJob after(Duration time) {
    Clock clock = Clock.fixed(Stage.CLOCK.instant().plus(time), ZoneOffset.UTC);
    return new UndoneHideJob(
        new UndoneHides(stage.database.jdbi(), clock),
        stage::rules,
        PATIENCE,
        woken::incrementAndGet);
  }

  private List<CaseChanged> told() {
    return stage.caseEvents().stream()
        .filter(CaseChanged.class::isInstance)
        .map(CaseChanged.class::cast)
        .filter(event -> event.kind().equals("hide-not-done"))
        .toList();
  }
}
