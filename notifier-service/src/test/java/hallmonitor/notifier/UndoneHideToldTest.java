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

/** Tests that people are notified immediately of something dangerous that could not be hidden. */
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
            "the comment is still visible to the public.",
            "Open https://example.org/7#c17, sign in to the account there");
    assertThat(room.published(Acknowledged.class, escalation)).isEmpty();
  }

  @Test
  void ifItComesBeforeItsEscalationTheFirstMailSaysIt() {
    CaseEscalated late = anEscalation().leftVisible().at(clock.instant().toString()).event();
    room.say(entry(UUID.randomUUID(), late, "hide-not-done", "policy", Optional.empty()));
    await().until(() -> room.count("case_event_taken") == 1);
    room.escalate(late);
    awaitAlarm();

    assertThat(room.count("notice")).isEqualTo(1);
  }

  @Test
  void whoIsNewlyAskedGetsOneMailThatSaysEverything() {
    UUID caseId = UUID.randomUUID();
    decided(anEscalation().ofCase(caseId).event(), "hide-ordered", "novak");
    clock.forward(Duration.ofMinutes(1));
    room.escalate(
        anEscalation()
            .ofCase(caseId)
            .notHidden()
            .linked("https://example.org/7#c17")
            .at(clock.instant().toString())
            .event());
    awaitAlarm();

    assertThat(body(alarms().get(0)).replaceAll("\\s+", " "))
        .contains(
            "As far as is known, the comment is still visible to the public.",
            "Open https://example.org/7#c17, sign in to the account there");
    assertThat(room.count("notice")).isEqualTo(1);
  }

  @Test
  void anyoneWhoIsRemindedOrAskedNextHearsThatItHasToBeHiddenByHand() {
    notHidden(
        escalated(
            anEscalation().linked("https://example.org/7#c17").at(clock.instant().toString())));
    clock.forward(Duration.ofMinutes(16));
    mails(3);

    assertThat(Arrays.stream(room.mails()).filter(mail -> subject(mail).startsWith("Reminder")))
        .singleElement()
        .satisfies(
            reminder -> {
              assertThat(subject(reminder)).startsWith("Reminder: ACT NOW: still visible: ");
              assertThat(body(reminder)).contains("https://example.org/7#c17");
            });
  }

  @Test
  void onceItIsHiddenAfterAllLaterMailsSaySo() {
    CaseEscalated escalation = escalated(anEscalation());
    notHidden(escalation);
    long before = room.count("case_event_taken");
    room.say(entry(UUID.randomUUID(), escalation, "hidden", "ingest", Optional.empty()));
    await().until(() -> room.count("case_event_taken") > before);
    clock.forward(Duration.ofMinutes(16));
    mails(4);

    assertThat(
            Arrays.stream(room.mails())
                .filter(mail -> subject(mail).startsWith("Reminder"))
                .findFirst())
        .hasValueSatisfying(
            reminder -> assertThat(body(reminder)).contains("being hidden from the public page"));
  }

  @Test
  void whoWasAlarmedHearsThatThePublicNoLongerSeesItAndThatIsNoAlarm() {
    CaseEscalated escalation = escalated(anEscalation());
    notHidden(escalation);
    decided(escalation, "hidden", "ingest");
    mails(3);

    assertThat(news())
        .singleElement()
        .satisfies(
            news ->
                assertThat(body(news).replaceAll("\\s+", " "))
                    .contains(
                        "The public no longer sees the comment.",
                        "This is not a new alarm.",
                        "being hidden from the public page"));
  }

  @Test
  void whoWasAskedHearsThatItWasShownAgainAndIsHiddenAgainAndThatIsNoAlarm() {
    CaseEscalated escalation = escalated(anEscalation());
    decided(escalation, "restored-on-platform", "ingest");
    decided(escalation, "hidden-again", "policy");
    mails(2);

    assertThat(news())
        .singleElement()
        .satisfies(
            news ->
                assertThat(body(news).replaceAll("\\s+", " "))
                    .contains(
                        "Someone showed the comment on the platform again, so it is being hidden again.",
                        "This is not a new alarm.",
                        "being hidden from the public page"));
    assertThat(alarms()).isEmpty();
  }

  @Test
  void theAllClearDoesNotWait() {
    CaseEscalated escalation = escalated(anEscalation());
    notHidden(escalation);
    room.say(entry(UUID.randomUUID(), escalation, "hidden", "ingest", Optional.empty()));

    await().until(() -> news().size() == 1);
  }

  @Test
  void anAlarmThatTheMailServerHasNotTakenIsNotSentOnceTheCommentIsHidden() {
    CaseEscalated escalation = alarmedInVain();
    decided(escalation, "hidden", "ingest");
    remind();

    assertThat(alarms()).isEmpty();
    assertThat(news()).as("nobody was alarmed").isEmpty();
    assertThat(room.count("notice where state = 'queued' and decision_id is not null")).isZero();
  }

  @Test
  void anAlarmThatTheMailServerHasNotTakenIsNotSentOnceAPersonDecided() {
    decided(alarmedInVain(), "dismissed", "novak");
    remind();

    assertThat(alarms()).isEmpty();
    assertThat(news()).hasSize(1);
  }

  /** An alarm that waits, because the mail server is down. */
  private CaseEscalated alarmedInVain() {
    CaseEscalated escalation = escalated(anEscalation());
    room.closeMail();
    room.say(entry(UUID.randomUUID(), escalation, "hide-not-done", "policy", Optional.empty()));
    await().until(() -> room.count("notice where decision_id is not null and attempts > 0") == 1);
    return escalation;
  }

  /** The mail server is up again, long enough for a reminder to arrive. */
  private void remind() {
    room.openMail();
    clock.forward(Duration.ofHours(1));
    await()
        .until(
            () ->
                Arrays.stream(room.mails()).anyMatch(mail -> subject(mail).startsWith("Reminder"))
                    && room.count(
                            "notice where state = 'queued' and next_attempt_at <= '"
                                + clock.instant()
                                + "'")
                        == 0);
  }

  @Test
  void ofARowOfHidesTheFirstIsToldAtOnceAndTheOthersInOneMailAFewMinutesLater() {
    CaseEscalated escalation = escalated(anEscalation());
    notHidden(escalation);
    for (int i = 2; i <= 5; i++) {
      int so = i;
      clock.forward(Duration.ofSeconds(10));
      room.say(entry(UUID.randomUUID(), escalation, "hide-not-done", "policy", Optional.empty()));
      await().until(() -> room.count("comment_decision") == so);
    }
    clock.forward(Duration.ofMinutes(5));
    await()
        .until(() -> room.count("notice where state = 'queued' and decision_id is not null") == 0);

    assertThat(alarms()).hasSize(2);
  }

  private void notHidden(CaseEscalated escalation) {
    room.say(entry(UUID.randomUUID(), escalation, "hide-not-done", "policy", Optional.empty()));
    awaitAlarm();
  }

  /** The clock stands still, so nothing waits. */
  private void awaitAlarm() {
    await().until(() -> !alarms().isEmpty());
  }

  private List<MimeMessage> alarms() {
    return Arrays.stream(room.mails())
        .filter(mail -> subject(mail).startsWith("ACT NOW: still visible"))
        .toList();
  }
}
