package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.EscalationEvent.MessageAct;
import hallmonitor.contract.event.EscalationEvent.MessageOutcome;
import hallmonitor.contract.event.EscalationEvent.MessageReported;
import hallmonitor.contract.event.EscalationEvent.MessageWay;
import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.messaging.BatchReader.Unusable;
import hallmonitor.messaging.Blame;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.store.cases.CaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ServiceEventHandlersTest {
  private final Stage stage = new Stage();

  @Test
  void aHideThatWasTakenIsOnTheCaseAndItsTimeIsMeasured() throws Exception {
    ActionOrdered order = hideOrdered();
    stage.handlers.actionResults().handle(records(taken(order, 700)));
    assertThat(
            stage.database.rows(
                "select action_state, visibility from review_case"
                    + " join comment using (account, comment_id)"))
        .containsExactly(Map.of("action_state", "hidden", "visibility", "hidden"));
    assertThat(
            stage.database.one(
                "select extract(epoch from hidden_at - seen_at) from review_case", Double.class))
        .isEqualTo(0.7);
    assertThat(
            stage.meters.get("hallmonitor.seen.to.hidden").timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(700);
  }

  @Test
  void aDeadLetterThatCannotBeStoredIsOneHoweverOftenItComes() {
    ConsumerRecord<byte[], byte[]> letter =
        new ConsumerRecord<>("hallmonitor.comments.v1.dlq", 0, 7, new byte[0], new byte[0]);
    stage.handlers.unstorable().add(letter, new IllegalStateException("too long"));
    stage.handlers.unstorable().add(letter, new IllegalStateException("too long"));
    assertThat(stage.database.rows("select position, error from dead_letter"))
        .containsExactly(
            Map.of("position", 7L, "error", "It cannot be stored here, only in Kafka: too long"));
  }

  @Test
  void theSameResultTwiceIsOne() throws Exception {
    ActionOrdered order = hideOrdered();
    stage.handlers.actionResults().handle(records(taken(order, 700), taken(order, 700)));
    var before = stage.everything();
    stage.handlers.actionResults().handle(records(taken(order, 700)));
    assertThat(stage.everything()).isEqualTo(before);
    assertThat(
            stage.database.one(
                "select count(*) from case_event where kind = 'hidden'", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void anActionThatIsRetriedAndThenTakenEndsHidden() throws Exception {
    ActionOrdered order = hideOrdered();
    stage.handlers.actionResults().handle(records(failed(order, Why.RETRYING)));
    assertThat(stage.database.one("select action_note from review_case", String.class))
        .isEqualTo("Do this.");
    stage.handlers.actionResults().handle(records(taken(order, 900)));
    assertThat(stage.database.rows("select action_state, action_note from review_case"))
        .containsExactly(Map.of("action_state", "hidden", "action_note", ""));
    assertThat(stage.database.one("select state from ordered_action", String.class))
        .isEqualTo("taken");
  }

  @Test
  void whoTakesADecisionBackAtOnceIsNotHeldUpByThePlatformsAnswer() throws Exception {
    stage.receive(aComment("17").saying("you idiot"));
    CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
    UUID id = stage.orders().get(0).caseId();
    cases.decide(new Decision(id, 0, Decision.Kind.RESTORE, "novak", ""));
    stage.handlers.actionResults().handle(records(taken(stage.orders().get(0), 700)));
    stage.handlers.actionResults().handle(records(taken(stage.orders().get(1), 900)));

    cases.decide(new Decision(id, 1, Decision.Kind.UNDO, "novak", ""));

    assertThat(stage.orders())
        .extracting(ActionOrdered::action)
        .containsExactly(PlatformAction.HIDE, PlatformAction.RESTORE, PlatformAction.HIDE);
    assertThat(stage.database.rows("select state, version from review_case"))
        .containsExactly(Map.of("state", "open", "version", 4));
    assertThatThrownBy(() -> cases.decide(new Decision(id, 1, Decision.Kind.CONFIRM, "brandt", "")))
        .as("somebody decided after this version")
        .isInstanceOf(CaseChanged.class);
  }

  @Test
  void whoDecidesOnAHideThatWasRefusedMeanwhileLooksAgain() throws Exception {
    stage.receive(aComment("17").saying("you idiot"));
    CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
    ActionOrdered hide = stage.orders().get(0);
    stage.handlers.actionResults().handle(records(failed(hide, Why.REFUSED)));

    assertThatThrownBy(
            () -> cases.decide(new Decision(hide.caseId(), 0, Decision.Kind.CONFIRM, "novak", "")))
        .isInstanceOf(CaseChanged.class);
  }

  @Test
  void aRefusedActionIsOnTheCaseWithWhatToDo() throws Exception {
    stage.handlers.actionResults().handle(records(failed(hideOrdered(), Why.REFUSED)));
    assertThat(stage.database.rows("select action_state, action_note from review_case"))
        .containsExactly(Map.of("action_state", "failed", "action_note", "Do this."));
  }

  @Test
  void aResultOfAnActionThatNobodyOrderedIsUnusable() throws Exception {
    ActionOrdered order = hideOrdered();
    ActionTaken foreign =
        new ActionTaken(
            UUID.randomUUID(), order.caseId(), order.comment(), order.action(), true, "", NOON);
    assertThatThrownBy(() -> stage.handlers.actionResults().handle(records(foreign)))
        .isInstanceOf(Unusable.class);
  }

  @Test
  void anOldReadOfACommentDoesNotUndoWhatTheResultSaid() throws Exception {
    ActionOrdered order = hideOrdered();
    stage.handlers.actionResults().handle(records(taken(order, 700)));
    stage.receive(aComment("17").saying("I will shoot you"));
    assertThat(stage.database.one("select visibility from comment", String.class))
        .isEqualTo("hidden");
  }

  @Test
  void noticesAreInTheCasesHistoryOnce() throws Exception {
    UUID caseId = hideOrdered().caseId();
    UUID escalation = stage.escalations().get(0).escalationId();
    UUID notice = UUID.randomUUID();
    NoticeFailed failed =
        new NoticeFailed(
            escalation, caseId, notice, "okafor", "principal", true, "The server is full.", NOON);
    NoticeSent sent = new NoticeSent(escalation, caseId, notice, "okafor", "principal", NOON);
    stage.handlers.escalationEvents().handle(records(failed, sent, sent));
    stage.handlers.escalationEvents().handle(records(failed, sent));
    assertThat(
            stage.database.rows(
                "select kind, detail from case_event where actor = 'notifier' and kind like"
                    + " 'notice-%' order by id"))
        .containsExactly(
            Map.of(
                "kind", "notice-retrying", "detail", "To okafor (principal): The server is full."),
            Map.of("kind", "notice-sent", "detail", "To okafor (principal)."));
  }

  @Test
  void theHistorySaysThatAnEarlierCopyOfANoticeMayHaveArrived() throws Exception {
    UUID caseId = hideOrdered().caseId();
    UUID escalation = stage.escalations().get(0).escalationId();
    stage
        .handlers
        .escalationEvents()
        .handle(
            records(
                new NoticeSent(
                    escalation,
                    caseId,
                    UUID.randomUUID(),
                    "okafor",
                    "principal",
                    NOON,
                    Optional.of("An earlier copy may have arrived too."))));
    assertThat(
            stage.database.one(
                "select detail from case_event where kind = 'notice-sent'", String.class))
        .isEqualTo("To okafor (principal). An earlier copy may have arrived too.");
  }

  @Test
  void messagesAreInTheCasesHistoryWithTheirOutcome() throws Exception {
    UUID caseId = hideOrdered().caseId();
    UUID escalation = stage.escalations().get(0).escalationId();
    MessageReported retried =
        message(escalation, caseId, MessageWay.TEXT, MessageAct.TELL, MessageOutcome.RETRYING);
    MessageReported resolved =
        message(escalation, caseId, MessageWay.PAGERDUTY, MessageAct.END, MessageOutcome.TAKEN);
    stage.handlers.escalationEvents().handle(records(retried, resolved, retried));

    assertThat(
            stage.database.rows(
                "select kind, detail from case_event where actor = 'notifier' and kind like"
                    + " 'message-%' order by id"))
        .containsExactly(
            Map.of(
                "kind", "message-retrying",
                "detail", "Text message to okafor (principal). The gateway answers 503."),
            Map.of(
                "kind", "message-sent",
                "detail", "To PagerDuty (duty). It says that it is over."));
  }

  private static MessageReported message(
      UUID escalation, UUID caseId, MessageWay way, MessageAct act, MessageOutcome outcome) {
    boolean personal = way == MessageWay.TEXT;
    return new MessageReported(
        escalation,
        caseId,
        UUID.randomUUID(),
        personal ? "text" : "duty",
        way,
        act,
        outcome,
        Optional.of("okafor").filter(name -> personal),
        Optional.of("principal").filter(name -> personal),
        Optional.of("The gateway answers 503.").filter(name -> personal),
        NOON);
  }

  @Test
  void anEscalationEventOfAnUnknownCaseIsUnusable() {
    NoticeSent stray =
        new NoticeSent(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "okafor", "principal", NOON);
    assertThatThrownBy(() -> stage.handlers.escalationEvents().handle(records(stray)))
        .extracting(Blame::of)
        .isEqualTo(Blame.RECORD);
  }

  @Test
  void theNewestStatusOfAnAccountIsKept() throws Exception {
    stage.handlers.accountStatuses().handle(records(status(5), status(9), status(7)));
    stage.handlers.accountStatuses().handle(records(status(3)));
    assertThat(
            stage.database.one(
                "select (status ->> 'pendingActions')::int from account_status", Integer.class))
        .isEqualTo(9);
  }

  private ActionOrdered hideOrdered() throws Exception {
    stage.receive(aComment("17").saying("I will shoot you"));
    stage.seal();
    return stage.orders().get(0);
  }

  private static ActionTaken taken(ActionOrdered order, int millis) {
    return Stage.taken(order, NOON.plus(Duration.ofMillis(millis)));
  }

  private static ActionFailed failed(ActionOrdered order, Why why) {
    Instant at = NOON.plusMillis(500);
    return new ActionFailed(
        order.actionId(), order.caseId(), order.comment(), order.action(), why, "Do this.", at);
  }

  private static AccountStatus status(int second) {
    return new AccountStatus(
        "practice",
        "wordpress",
        "Practice",
        AccountStatus.State.CONNECTED,
        List.of("hide"),
        Optional.empty(),
        Optional.empty(),
        0,
        1,
        second,
        Optional.empty(),
        Optional.empty(),
        NOON.plusSeconds(second),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(Object... events) {
    return Arrays.stream(events)
        .map(e -> new ConsumerRecord<byte[], byte[]>("handlers", 0, 0, null, EventJson.write(e)))
        .toList();
  }
}
