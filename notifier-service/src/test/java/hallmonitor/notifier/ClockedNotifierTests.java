package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.MailText.subject;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests share that move a notifier's clock; the notifier runs on the real parts. */
abstract class ClockedNotifierTests {
  /** People by their names in the console; the others are in district.yaml. */
  private static final Map<String, String> NAMES = Map.of("novak", "Petra Novak");

  static final Duration SETTLES = EscalationFile.read("").newsWithin().plusSeconds(1);

  final TestClock clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  EscalationRules rules = EscalationFile.read("");
  Mailroom room;
  Notifier notifier;

  @BeforeEach
  final void open() {
    room = new Mailroom();
  }

  @AfterEach
  final void close() {
    if (notifier != null) {
      notifier.close();
    }
    room.close();
  }

  /** Starts one on the current queue; the previous one must be closed. */
  void running() {
    notifier = room.notifier(cedarFalls(), clock, rules).start();
  }

  /** Escalates, and waits until someone was notified of it. */
  CaseEscalated escalated(EscalationBuilder escalation) {
    CaseEscalated event = escalation.event();
    room.escalate(event);
    room.sent(event, 1);
    return event;
  }

  /** Kofi Osei, who is asked first, answers in the console. */
  CaseEvent answered(
      UUID eventId, CaseEscalated of, Answer answer, Optional<String> to, String note) {
    return new CaseEvent.CaseAnswered(
        eventId, of.caseId(), "osei", "Kofi Osei", answer, to, note, clock.instant());
  }

  /**
   * A person answers in the console.
   *
   * @param answerable whether they were asked
   */
  void answer(CaseEscalated of, String user, boolean answerable, Answer answer, String note) {
    room.say(
        new CaseEvent.CaseAnswered(
            UUID.randomUUID(),
            of.caseId(),
            user,
            user,
            answer,
            Optional.empty(),
            note,
            clock.instant(),
            Optional.of(answerable)));
  }

  /** Waits until it was received, and lets the delay before the news pass. */
  void decided(CaseEscalated of, String kind, String actor) {
    long before = room.count("case_event_taken");
    room.say(entry(UUID.randomUUID(), of, kind, actor, Optional.empty()));
    await().until(() -> room.count("case_event_taken") > before);
    clock.forward(SETTLES);
  }

  CaseEvent entry(
      UUID eventId, CaseEscalated of, String kind, String actor, Optional<UUID> decision) {
    return new CaseEvent.CaseChanged(
        eventId,
        of.caseId(),
        kind,
        actor,
        "",
        Optional.empty(),
        clock.instant(),
        decision,
        Optional.ofNullable(NAMES.get(actor)));
  }

  void mails(int count) {
    clock.forward(SETTLES);
    await().until(() -> room.mails().length >= count);
  }

  /** Returns the news; the mail server lists mails by recipient and not by time. */
  List<MimeMessage> news() {
    return Arrays.stream(room.mails())
        .filter(mail -> subject(mail).matches("(Update|Novedad): .*"))
        .toList();
  }
}
