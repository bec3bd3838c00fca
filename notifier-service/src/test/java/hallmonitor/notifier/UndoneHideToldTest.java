package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static hallmonitor.notifier.MailText.body;
import static hallmonitor.notifier.MailText.header;
import static hallmonitor.notifier.MailText.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that people are told at once of something dangerous that could not be hidden. */
class UndoneHideToldTest extends ClockedNotifierTests {
  @BeforeEach
  void start() {
    running();
  }

  @Test
  void itIsAnAlarmInTheThreadOfTheEscalationWithTheLinkAndWithoutAnyDelay() {
    CaseEscalated escalation = escalated(anEscalation().linked("https://example.org/7#c17"));
    notHidden(escalation);

    MimeMessage alarm = alarms().get(0);
    assertThat(subject(alarm))
        .isEqualTo("ACT NOW: still visible: Possible threat of violence - Cedar High School");
    assertThat(header(alarm, "References")).isEqualTo(header(room.mails()[0], "References"));
    assertThat(header(alarm, "Importance")).isEqualTo(header(room.mails()[0], "Importance"));
    assertThat(body(alarm).replaceAll("\\s+", " "))
        .contains(
            "The platform has not hidden the comment.",
            "The comment is still visible to the public.",
            "Open https://example.org/7#c17, sign in to the account there");
    assertThat(room.published(Acknowledged.class, escalation)).isEmpty();
  }

  @Test
  void itIsToldOnceAlsoIfItComesBeforeItsEscalation() {
    CaseEscalated late = anEscalation().leftVisible().at(clock.instant().toString()).event();
    room.say(entry(UUID.randomUUID(), late, "hide-not-done", "policy", Optional.empty()));
    await().until(() -> room.count("case_event_taken") == 1);
    room.escalate(late);
    awaitAlarm();
    room.escalate(late);

    assertThat(room.count("notice where decision_id is not null")).isEqualTo(1);
  }

  @Test
  void onceItIsHiddenAfterAllLaterMailsSaySo() {
    CaseEscalated escalation = escalated(anEscalation());
    notHidden(escalation);
    long before = room.count("case_event_taken");
    room.say(entry(UUID.randomUUID(), escalation, "hidden", "ingest", Optional.empty()));
    await().until(() -> room.count("case_event_taken") > before);
    clock.forward(Duration.ofMinutes(16));
    mails(3);

    assertThat(
            Arrays.stream(room.mails())
                .filter(mail -> subject(mail).startsWith("Reminder"))
                .findFirst())
        .hasValueSatisfying(
            reminder -> assertThat(body(reminder)).contains("being hidden from the public page"));
  }

  private void notHidden(CaseEscalated escalation) {
    room.say(entry(UUID.randomUUID(), escalation, "hide-not-done", "policy", Optional.empty()));
    awaitAlarm();
  }

  /** The clock stands still: nothing is waited for. */
  private void awaitAlarm() {
    await().atMost(Duration.ofSeconds(30)).until(() -> !alarms().isEmpty());
  }

  private List<MimeMessage> alarms() {
    return Arrays.stream(room.mails())
        .filter(mail -> subject(mail).startsWith("ACT NOW: still visible"))
        .toList();
  }
}
