package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static hallmonitor.notifier.MailText.body;
import static hallmonitor.notifier.MailText.header;
import static hallmonitor.notifier.MailText.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.ClockStopped;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hiding is not answering: tests that the people who were asked are notified of a decision on a
 * comment, and that their escalation does not change.
 */
class DecisionToldTest extends ClockedNotifierTests {
  @BeforeEach
  void start() {
    running();
  }

  @ParameterizedTest
  @CsvSource({
    "confirmed, confirmed that the comment stays hidden",
    "dismissed, found no violation",
    "hide-ordered, hid the comment",
    "restore-ordered, made the comment visible again",
    "hide-cancelled, kept the comment visible",
    "delete-ordered, had the comment deleted"
  })
  void aDecisionIsNewsInTheSameThreadAndTheEscalationStaysAsItIs(String kind, String words) {
    CaseEscalated escalation = escalated(anEscalation());
    decided(escalation, kind, "policy");
    decided(escalation, kind, "ingest");
    decided(escalation, kind, "novak");
    mails(2);

    MimeMessage news = room.mails()[1];
    assertThat(subject(news)).isEqualTo("Update: Possible threat of violence - Cedar High School");
    assertThat(header(news, "References")).isEqualTo(header(room.mails()[0], "References"));
    assertThat(header(news, "Importance")).isNull();
    assertThat(body(news))
        .contains(
            "Petra Novak " + words, "Nobody has responded yet.", "does not close the escalation");
    clock.forward(Duration.ofMinutes(16));
    await().until(() -> !room.published(Reminded.class, escalation).isEmpty());
    assertThat(room.published(Acknowledged.class, escalation)).isEmpty();
    assertThat(room.published(Closed.class, escalation)).isEmpty();
    assertThat(room.published(ClockStopped.class, escalation)).isEmpty();
    assertThat(room.count("comment_decision")).isEqualTo(1);
  }

  @Test
  void aDecisionGivesTheModeratorNoDutyOfTheirOwn() {
    CaseEscalated escalation = escalated(anEscalation().of("abuse-disclosure"));
    decided(escalation, "hide-ordered", "webb");
    mails(2);

    assertThat(room.published(ClockStarted.class, escalation))
        .noneMatch(clock -> clock.kind() == ClockKind.DUTY);
  }

  @Test
  void anUndoIsOneMoreNewsAlsoWhereItOrdersSomething() {
    CaseEscalated escalation = escalated(anEscalation().leftVisible());
    decided(escalation, "hide-ordered", "webb");
    mails(2);
    UUID undo = UUID.randomUUID();
    room.say(entry(UUID.randomUUID(), escalation, "reopened", "webb", Optional.of(undo)));
    room.say(entry(UUID.randomUUID(), escalation, "restore-ordered", "webb", Optional.of(undo)));
    await().until(() -> room.count("case_event_taken") == 3);
    mails(3);

    assertThat(body(room.mails()[1])).contains("Ana Webb hid the comment");
    assertThat(body(room.mails()[2]))
        .contains("Ana Webb undid the decision: the comment is visible again")
        .contains("The comment is still visible to the public.")
        .doesNotContain("made the comment visible");
    assertThat(room.states()).containsExactly("waiting");
  }

  @Test
  void aSlipAndItsUndoWithinAMomentAreOneMailThatTellsBoth() {
    CaseEscalated escalation = escalated(anEscalation());
    room.say(entry(UUID.randomUUID(), escalation, "dismissed", "webb", Optional.empty()));
    room.say(entry(UUID.randomUUID(), escalation, "reopened", "webb", Optional.empty()));
    await().until(() -> room.count("comment_decision") == 2);
    mails(2);
    clock.forward(Duration.ofMinutes(2));
    await().until(() -> room.count("notice where state = 'queued'") == 0);

    assertThat(room.mails()).hasSize(2);
    assertThat(body(room.mails()[1])).contains("found no violation", "undid the decision");
    await().until(() -> room.published(NoticeSent.class, escalation).size() == 3);
  }

  @Test
  void aHideAndItsUndoSecondsLaterAreOneMailForEachAlsoAfterARestart() {
    CaseEscalated escalation = escalated(anEscalation().to("principal", "counselor"));
    await().until(() -> room.mails().length == 2);
    room.say(entry(UUID.randomUUID(), escalation, "hide-ordered", "novak", Optional.empty()));
    await().until(() -> room.count("comment_decision") == 1);
    notifier.close();
    clock.forward(Duration.ofSeconds(20));
    running();
    room.say(entry(UUID.randomUUID(), escalation, "reopened", "novak", Optional.empty()));
    await().until(() -> room.count("comment_decision") == 2);
    mails(4);
    clock.forward(Duration.ofMinutes(2));
    await().until(() -> room.count("notice where state = 'queued'") == 0);

    assertThat(news()).hasSize(2);
    assertThat(news().stream().map(MailText::body))
        .allMatch(text -> text.contains("Petra Novak") && text.lines().count() > 3);
  }

  @Test
  void freshNewsAreNotGivenUpWithThoseThatTheMailServerHasNotTakenForADay() {
    CaseEscalated escalation = escalated(anEscalation());
    room.closeMail();
    decided(escalation, "hide-ordered", "novak");
    await().until(() -> room.count("notice where decision_id is not null and attempts > 0") == 1);
    clock.forward(Duration.ofHours(24).minusMinutes(1));
    decided(escalation, "restore-ordered", "novak");
    await()
        .until(() -> room.count("notice where decision_id is not null and state = 'failed'") > 0);

    assertThat(room.count("notice where decision_id is not null and state = 'queued'"))
        .isEqualTo(1);
    room.openMail();
    clock.forward(Duration.ofMinutes(2));
    await().until(() -> news().size() == 1);
    assertThat(body(news().get(0))).contains("made the comment visible again");
  }

  @Test
  void theSameDecisionAgainAndARestartMakeOneMail() {
    CaseEscalated escalation = escalated(anEscalation());
    CaseEvent hidden =
        entry(UUID.randomUUID(), escalation, "hide-ordered", "novak", Optional.empty());
    room.say(hidden);
    room.say(hidden);
    await().until(() -> room.count("notice") == 2);
    notifier.close();
    clock.forward(SETTLES);
    running();
    await().until(() -> room.mails().length == 2);
    room.say(hidden);
    notifier.close();
    running();
    CaseEscalated later = escalated(anEscalation());

    assertThat(room.published(NoticeSent.class, later)).hasSize(1);
    await().until(() -> room.published(NoticeSent.class, escalation).size() == 2);
    assertThat(room.mails()).hasSize(3);
  }

  @Test
  void whatIsSaidOfTheCommentLaterIsWhatWasDecided() {
    CaseEscalated escalation = escalated(anEscalation().leftVisible());
    assertThat(body(room.mails()[0])).contains("still visible");
    decided(escalation, "hide-ordered", "novak");
    mails(2);
    clock.forward(Duration.ofMinutes(16));
    await().until(() -> room.mails().length == 3);

    assertThat(subject(room.mails()[2])).startsWith("Reminder: ACT NOW");
    assertThat(body(room.mails()[2])).contains("being hidden from the public page");
  }

  @Test
  void everybodyWhoWasAskedIsToldAndSoIsAnyoneWhoHasIt() {
    CaseEscalated escalation = escalated(anEscalation().to("principal", "counselor"));
    await().until(() -> room.published(NoticeSent.class, escalation).size() == 2);
    answer(escalation, "webb", false, Answer.ACKNOWLEDGE, "");
    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());
    decided(escalation, "hide-ordered", "novak");
    mails(5);

    assertThat(news())
        .extracting(mail -> header(mail, "To").replaceFirst("(?s)^.*<(\\w+)@.*$", "$1"))
        .containsExactlyInAnyOrder("osei", "molina", "webb");
    assertThat(news().stream().map(MailText::body))
        .anyMatch(text -> text.contains("Ana Webb is handling this until"))
        .anyMatch(text -> text.contains("handling this until"))
        .anyMatch(text -> text.contains("Ana Webb se encarga del caso"));
  }

  @Test
  void ofManyCommentsEachStaysOpenAndTheirDecisionsAreOneMail() {
    CaseEscalated first = escalated(anEscalation().under("post"));
    CaseEscalated second = anEscalation().under("post").event();
    room.escalate(second);
    await().until(() -> room.count("escalation") == 2);
    room.say(entry(UUID.randomUUID(), first, "confirmed", "novak", Optional.empty()));
    room.say(entry(UUID.randomUUID(), second, "confirmed", "novak", Optional.empty()));
    await().until(() -> room.count("comment_decision") == 2);
    mails(2);

    assertThat(body(room.mails()[1])).contains("This case has 2 comments.");
    assertThat(room.published(Closed.class, first)).isEmpty();
    await().until(() -> room.published(NoticeSent.class, second).size() == 1);
    clock.forward(Duration.ofMinutes(16));
    await().until(() -> !room.published(Reminded.class, second).isEmpty());
    await().until(() -> !room.published(Reminded.class, first).isEmpty());
  }

  @Test
  void afterItsEndADecisionIsToldToNobody() {
    CaseEscalated escalation = escalated(anEscalation());
    answer(escalation, "osei", true, Answer.RESOLVE, "The police spoke with him.");
    await().until(() -> !room.published(Closed.class, escalation).isEmpty());
    decided(escalation, "confirmed", "novak");

    assertThat(room.count("notice")).isEqualTo(1);
    assertThat(room.states()).containsExactly("closed");
  }
}
