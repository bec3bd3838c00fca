package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEscalated.Urgency;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.MessageOutcome;
import hallmonitor.contract.event.EscalationEvent.MessageReported;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.notifier.gateway.ProviderStandIn.Received;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told by message, who gets it, and how often. */
class MessagesTest extends MessagesTests {
  private static final List<String> ALL =
      List.of("twilio-text", "twilio-call", "pagerduty", "teams", "slack");

  @Test
  void dangerGoesToEveryGatewayBesideTheMailAndNamesNobody() {
    running(ALL, "");
    CaseEscalated escalation =
        anEscalation().by("Casey Student").saying("secret words of a child").event();
    room.escalate(escalation);
    room.sent(escalation, 1);
    await().until(() -> reported(escalation, MessageOutcome.TAKEN).size() == 5);

    assertThat(provider.texts())
        .singleElement()
        .satisfies(text -> assertThat(text.form()).containsEntry("To", "+16305550123"))
        .satisfies(
            text ->
                assertThat(text.form().get("Body"))
                    .startsWith("Hall Monitor. ACT NOW: Possible threat of violence, Cedar High")
                    .contains("/cases/" + escalation.caseId()));
    assertThat(provider.calls().get(0).form()).containsEntry("To", "+16305550124");
    assertThat(provider.taken("/"))
        .hasSize(5)
        .extracting(Received::body)
        .noneMatch(body -> body.contains("Casey") || body.contains("secret+words"))
        .noneMatch(body -> body.contains("secret words") || body.contains("/answer/"));
    assertThat(mailsTo("osei")).hasSize(1);
  }

  @Test
  void whatCanWaitAndWhoDidNotAgreeGetNoMessage() {
    running(List.of("twilio-text"), "");
    CaseEscalated soon = anEscalation().urgent(Urgency.SOON).event();
    CaseEscalated other = anEscalation().in("fern-elementary").event();
    room.escalate(soon);
    room.escalate(other);

    room.sent(other, 1);
    assertThat(room.count("message")).isZero();
  }

  @Test
  void aPersonIsToldInTheirOwnLanguage() {
    running(List.of("twilio-text"), "");
    room.escalate(anEscalation().to("counselor").event());

    await().until(() -> provider.texts().size() == 1);
    assertThat(provider.texts().get(0).form().get("Body"))
        .contains("ACTÚE AHORA: Posible amenaza de violencia");
  }

  @Test
  void aStepIsToldOnceHoweverOftenItArrivesAndAReminderIsAnotherStep() {
    running(List.of("twilio-text", "slack"), "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.escalate(escalation);
    try (Notifier second =
        room.notifier(
                Districts.withNumbers(),
                clock,
                hallmonitor.settings.escalation.EscalationFile.read(
                    rules(List.of("twilio-text", "slack"))))
            .start()) {
      await().until(() -> provider.taken("/").size() == 2);
      // A reminder that falls due before the first mail is out takes its place.
      await().until(() -> room.published(NoticeSent.class, escalation).size() == 1);

      clock.forward(Duration.ofMinutes(16));
      await().until(() -> provider.taken("/").size() == 4);
      await().until(() -> room.published(NoticeSent.class, escalation).size() == 2);
      assertThat(second.faults()).isEmpty();
    }
    assertThat(provider.texts().get(1).form().get("Body")).contains("Reminder: Possible threat");
    assertThat(provider.taken("/")).hasSize(4);
  }

  @Test
  void anIncidentFollowsTheAnswersAndAHandOverBeginsItAnew() {
    running(List.of("pagerduty"), "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> provider.incidents().equals(List.of("trigger")));

    answer(escalation, Answer.ACKNOWLEDGE, Optional.empty(), "");
    await().until(() -> provider.incidents().size() == 2);
    answer(escalation, Answer.HAND_OVER, Optional.of("stone"), "I am away.");
    await().until(() -> provider.incidents().size() == 4);
    answer(escalation, Answer.RESOLVE, Optional.empty(), "All are safe.");
    await().until(() -> provider.incidents().size() == 5);

    assertThat(provider.incidents())
        .containsExactly("trigger", "acknowledge", "resolve", "trigger", "resolve");
  }

  @Test
  void whatIsNewInAnAcknowledgedCaseBeginsTheIncidentAnew() {
    running(List.of("pagerduty"), "");
    CaseEscalated first = anEscalation().event();
    room.escalate(first);
    await().until(() -> provider.incidents().size() == 1);
    answer(first, Answer.ACKNOWLEDGE, Optional.empty(), "");
    await().until(() -> provider.incidents().size() == 2);

    room.escalate(anEscalation().ofCase(first.caseId()).of("self-harm").to("counselor").event());

    await().until(() -> provider.incidents().size() == 4);
    assertThat(provider.incidents())
        .containsExactly("trigger", "acknowledge", "resolve", "trigger");
  }

  @Test
  void anAcknowledgmentThatRunsOutBeginsTheIncidentAnew() {
    running(List.of("pagerduty"), "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> provider.incidents().size() == 1);
    answer(escalation, Answer.ACKNOWLEDGE, Optional.empty(), "");
    await().until(() -> provider.incidents().size() == 2);

    clock.forward(Duration.ofMinutes(61));

    await().until(() -> provider.incidents().size() == 4);
    assertThat(provider.incidents())
        .containsExactly("trigger", "acknowledge", "resolve", "trigger");
  }

  @Test
  void whatIsAnsweredBeforeItCouldBeSentIsNotSentAnyMore() {
    provider.close();
    running(List.of("slack"), "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> !reported(escalation, MessageOutcome.RETRYING).isEmpty());

    answer(escalation, Answer.FALSE_ALARM, Optional.empty(), "");

    await().until(() -> room.states().equals(List.of("closed")));
    List<String> states =
        room.database.withHandle(
            h -> h.createQuery("select state from message").mapTo(String.class).list());
    assertThat(states).containsExactly("withdrawn");
  }

  @Test
  void whereNoMailReachesAnyoneToolsAreTold() {
    running(Districts.withPeople(), List.of("slack", "pagerduty"), "");
    room.escalate(anEscalation().event());

    await().until(() -> provider.taken("/").size() == 2);
    assertThat(provider.taken("/slack/").get(0).json().path("text").asText())
        .contains("No email reaches anyone");
  }

  @Test
  void aMessageThatReachedItsTelephoneIsSaidToHave() {
    provider.becomes("delivered", 0);
    running(List.of("twilio-text"), "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> reported(escalation, MessageOutcome.TAKEN).size() == 1);

    clock.forward(Duration.ofSeconds(20));

    await().until(() -> reported(escalation, MessageOutcome.ARRIVED).size() == 1);
    assertThat(room.evidence(escalation.caseId())).contains("message-reported");
  }

  @Test
  void onCallIsToldFirstAndTheOthersFromTheReminderOn() {
    running(
        List.of("twilio-text"),
        """
          rosters:
            - id: nights
              shifts: [{ from: "00:00", until: "00:00", people: [molina] }]
        """);
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);

    await().until(() -> provider.texts().size() == 1);
    room.sent(escalation, 2);
    assertThat(provider.texts().get(0).form()).containsEntry("To", "+16305550199");
    assertThat(room.published(NoticeSent.class, escalation))
        .extracting(NoticeSent::person, NoticeSent::role)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("osei", "principal"),
            org.assertj.core.groups.Tuple.tuple("molina", "on-call"));

    clock.forward(Duration.ofMinutes(16));
    await().until(() -> provider.texts().size() == 3);
    assertThat(provider.texts())
        .extracting(text -> text.form().get("To"))
        .containsOnlyOnce("+16305550123");
  }

  @Test
  void ifNobodyOnCallCanBeToldTheChainIsAndThatIsSaidAloud() {
    running(
        List.of("twilio-text"),
        """
          rosters:
            - id: nights
              shifts: [{ from: "00:00", until: "00:00", people: [park] }]
        """);
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);

    await().until(() -> provider.texts().size() == 1);
    await().until(() -> mailsTo("chan").size() == 1);
    assertThat(MailText.subject(mailsTo("chan").get(0)))
        .isEqualTo("Nobody on call can be reached: nights");
    await().until(() -> reported(escalation, MessageOutcome.FAILED).size() == 1);
    assertThat(reported(escalation, MessageOutcome.FAILED))
        .singleElement()
        .extracting(MessageReported::note)
        .asString()
        .contains("the chain is told");
    notifier.measure();
    assertThat(notifier.messageTroubles()).anyMatch(words -> words.startsWith("roster/nights"));
  }
}
