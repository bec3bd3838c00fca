package hallmonitor.notifier;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.MessageOutcome;
import hallmonitor.contract.event.EscalationEvent.MessageReported;
import hallmonitor.notifier.gateway.ProviderStandIn;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.EscalationFile;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A notifier on the real parts. Its messages go to a stand-in of all providers. */
abstract class MessagesTests {
  final TestClock clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  ProviderStandIn provider;
  Mailroom room;
  Notifier notifier;

  @BeforeEach
  final void openProvider() throws IOException {
    room = new Mailroom();
    provider = new ProviderStandIn();
    room.secrets.put("twilio", ProviderStandIn.TWILIO_SECRET);
    room.secrets.put("pagerduty", ProviderStandIn.ROUTING_KEY);
    room.secrets.put("teams", provider.address() + "/teams/workflow");
    room.secrets.put("slack", provider.address() + "/slack/T0/B0/x");
  }

  @AfterEach
  final void closeProvider() {
    if (notifier != null) {
      notifier.close();
    }
    provider.close();
    room.close();
  }

  /**
   * Starts a notifier.
   *
   * @param kinds of its gateways, each named like its kind
   * @param more of escalation.yaml, below {@code messages}
   */
  void running(List<String> kinds, String more) {
    running(Districts.withNumbers(), kinds, more);
  }

  void running(District district, List<String> kinds, String more) {
    notifier = room.notifier(district, clock, EscalationFile.read(rules(kinds) + more)).start();
  }

  String rules(List<String> kinds) {
    String lines =
        String.join("", kinds.stream().map(kind -> "    - " + gateway(kind) + "\n").toList());
    return "messages:\n  gateways:\n" + lines;
  }

  private String gateway(String kind) {
    String address = ", address: \"" + provider.address() + "\"";
    return switch (kind) {
      case "twilio-text", "twilio-call" ->
          "{ id: %s, kind: %s, secret: twilio, private-network: true, from: \"+16305550100\"%s }"
              .formatted(kind, kind, address);
      case "pagerduty" ->
          "{ id: pagerduty, kind: pagerduty, secret: pagerduty, private-network: true%s }"
              .formatted(address);
      default ->
          "{ id: %s, kind: %s, secret: %s, private-network: true }".formatted(kind, kind, kind);
    };
  }

  /** A person who was asked answers in the console. */
  void answer(CaseEscalated of, Answer answer, Optional<String> to, String note) {
    room.say(
        new CaseEvent.CaseAnswered(
            UUID.randomUUID(),
            of.caseId(),
            "osei",
            "Kofi Osei",
            answer,
            to,
            note,
            clock.instant(),
            Optional.of(true)));
  }

  List<MessageReported> reported(CaseEscalated escalation, MessageOutcome outcome) {
    return room.published(MessageReported.class, escalation).stream()
        .filter(report -> report.outcome() == outcome)
        .toList();
  }

  /** Returns the mails to a person. */
  List<MimeMessage> mailsTo(String person) {
    return Arrays.stream(room.mails())
        .filter(mail -> MailText.header(mail, "To").contains(person + "@"))
        .toList();
  }
}
