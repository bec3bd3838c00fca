package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.MessageOutcome;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.notifier.gateway.ProviderStandIn;
import hallmonitor.notifier.gateway.ProviderStandIn.Fault;
import hallmonitor.testparts.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens if a gateway, a number or the notifier itself fails. */
class MessageFaultsTest extends MessagesTests {
  private static final List<String> TEXTS = List.of("twilio-text");

  @Test
  void aGatewayInTroubleIsTriedAgainAndToldByMailWhileTheNoticeGoesAsAlways() {
    provider.fail(Stream.generate(() -> Fault.of(503, "")).limit(4).toArray(Fault[]::new));
    running(TEXTS, "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.sent(escalation, 1);
    await().until(() -> !reported(escalation, MessageOutcome.RETRYING).isEmpty());

    clock.forward(Duration.ofMinutes(1));
    await().until(() -> mailsTo("chan").size() == 1);
    forwardUntilTaken(escalation);

    assertThat(MailText.subject(mailsTo("chan").get(0)))
        .isEqualTo("Messages do not get through: twilio-text");
    assertThat(MailText.body(mailsTo("chan").get(0))).contains("The gateway answers 503.");
    assertThat(reported(escalation, MessageOutcome.RETRYING)).hasSize(1);
    assertThat(reported(escalation, MessageOutcome.TAKEN))
        .singleElement()
        .satisfies(taken -> assertThat(taken.note()).isEmpty());
    assertThat(provider.texts()).hasSize(1);
  }

  @Test
  void aGatewayThatAsksForTimeGetsIt() {
    provider.fail(new Fault(429, Map.of("Retry-After", "300"), ""));
    running(TEXTS, "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> !reported(escalation, MessageOutcome.RETRYING).isEmpty());

    assertThat(secondsUntilNext()).isEqualTo(300);
    clock.forward(Duration.ofSeconds(301));
    await().until(() -> provider.texts().size() == 1);
  }

  @Test
  void aRefusedCredentialIsNotTriedAgainAndNotToldTwice() {
    room.secrets.put("twilio", "AC0123456789:wrong");
    running(TEXTS, "");
    CaseEscalated first = anEscalation().event();
    CaseEscalated second = anEscalation().event();
    room.escalate(first);
    room.escalate(second);

    await().until(() -> reported(first, MessageOutcome.FAILED).size() == 1);
    await().until(() -> reported(second, MessageOutcome.FAILED).size() == 1);
    await().until(() -> mailsTo("chan").size() == 1);
    room.sent(second, 1);
    assertThat(mailsTo("chan")).hasSize(1);
    notifier.measure();
    assertThat(notifier.messageTroubles()).hasSize(1);
    assertThat(notifier.faults()).isEmpty();
  }

  @Test
  void aTextThatNoCarrierDeliversIsToldByMail() {
    provider.becomes("undelivered", 30034);
    running(TEXTS, "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> reported(escalation, MessageOutcome.TAKEN).size() == 1);

    clock.forward(Duration.ofSeconds(20));

    await().until(() -> reported(escalation, MessageOutcome.FAILED).size() == 1);
    await().until(() -> mailsTo("chan").size() == 1);
    assertThat(MailText.body(mailsTo("chan").get(0))).contains("error 30034");
  }

  @Test
  void aCallThatNobodyAnswersIsInTheCaseAndNobodysFault() {
    provider.becomes("no-answer", 0);
    running(List.of("twilio-call"), "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> reported(escalation, MessageOutcome.TAKEN).size() == 1);

    clock.forward(Duration.ofSeconds(20));

    await().until(() -> reported(escalation, MessageOutcome.FAILED).size() == 1);
    assertThat(room.count("message_trouble")).isZero();
  }

  @Test
  void aGatewayThatIsDownForLongIsGivenUpWhileItsMailIsNot() {
    provider.close();
    running(TEXTS, "");
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.sent(escalation, 1);
    await().until(() -> !reported(escalation, MessageOutcome.RETRYING).isEmpty());

    // Less than a reminder, which withdraws nothing but is another message.
    room.database.useHandle(
        h -> h.execute("update message set created_at = created_at - interval '31 minutes'"));
    clock.forward(Duration.ofMinutes(2));

    await().until(() -> reported(escalation, MessageOutcome.FAILED).size() == 1);
    assertThat(reported(escalation, MessageOutcome.FAILED).get(0).note().orElseThrow())
        .contains("given up");
  }

  @Test
  void aKillBetweenTheGatewaysAnswerAndTheCommitRepeatsTheMessageOnceAndSaysSo() throws Exception {
    CaseEscalated escalation = anEscalation().event();
    killedInTheMiddle(escalation);
    assertThat(provider.texts()).hasSize(1);

    clock.forward(Duration.ofMinutes(2));
    running(TEXTS, "");

    await().until(() -> reported(escalation, MessageOutcome.TAKEN).size() == 1);
    assertThat(reported(escalation, MessageOutcome.TAKEN).get(0).note().orElseThrow())
        .contains("may have come twice");
    assertThat(provider.texts()).hasSize(2);
    assertThat(notifier.faults()).isEmpty();
  }

  @Test
  void afterTwoAttemptsOfUnknownOutcomeThereIsNoThird() throws Exception {
    CaseEscalated escalation = anEscalation().event();
    killedInTheMiddle(escalation);

    provider.fail(Fault.of(0, ""));
    clock.forward(Duration.ofMinutes(2));
    running(TEXTS, "");

    await().until(() -> reported(escalation, MessageOutcome.FAILED).size() == 1);
    assertThat(reported(escalation, MessageOutcome.FAILED).get(0).note().orElseThrow())
        .contains("not tried again");
    assertThat(provider.texts()).hasSize(1);
    await().until(() -> mailsTo("chan").size() == 1);
  }

  /** The gateway takes the message, and the notifier dies before it learns that. */
  private void killedInTheMiddle(CaseEscalated escalation) throws Exception {
    provider.saysNothing(1);
    Parts parts = Parts.shared();
    Process killed =
        NotifierProcess.start(
            parts.bootstrapServers(),
            parts.jdbcUrl(),
            parts.passwords().roles().get(DatabaseRole.NOTIFIER),
            room.smtpPort(),
            rules(TEXTS),
            ProviderStandIn.TWILIO_SECRET);
    try {
      room.escalate(escalation);
      await().atMost(Duration.ofMinutes(1)).until(() -> provider.texts().size() == 1);
    } finally {
      killed.destroyForcibly().waitFor();
    }
  }

  private void forwardUntilTaken(CaseEscalated escalation) {
    await()
        .until(
            () -> {
              clock.forward(Duration.ofSeconds(30));
              return reported(escalation, MessageOutcome.TAKEN).size() == 1;
            });
  }

  private long secondsUntilNext() {
    return room.database
            .withHandle(
                h ->
                    h.createQuery("select next_attempt_at from message")
                        .mapTo(java.time.Instant.class)
                        .one())
            .getEpochSecond()
        - clock.instant().getEpochSecond();
  }
}
