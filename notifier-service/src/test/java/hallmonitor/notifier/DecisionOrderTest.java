package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static hallmonitor.notifier.MailText.body;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.AcknowledgmentExpired;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests decisions on comments that arrive before their escalation, or from an older version. */
class DecisionOrderTest extends ClockedNotifierTests {
  @BeforeEach
  void start() {
    running();
  }

  @Test
  void aDecisionFromBeforeDoesNotHoldAgainstANewHide() {
    UUID caseId = UUID.randomUUID();
    CaseEscalated monday = escalated(anEscalation().ofCase(caseId));
    clock.forward(Duration.ofMinutes(1));
    decided(monday, "restore-ordered", "novak");
    mails(2);
    assertThat(body(room.mails()[1])).contains("still visible to the public");
    answer(monday, "osei", true, Answer.RESOLVE, "It was a song.");
    await().until(() -> !room.published(Closed.class, monday).isEmpty());
    clock.forward(Duration.ofDays(1));
    CaseEscalated tuesday = escalated(anEscalation().ofCase(caseId).at(clock.instant().toString()));

    assertThat(body(room.mails()[2])).contains("being hidden from the public page");
    clock.forward(Duration.ofMinutes(1));
    decided(tuesday, "restore-ordered", "novak");
    mails(4);
    assertThat(body(room.mails()[3])).contains("still visible to the public");
  }

  @Test
  void aDecisionFromBeforeTheEscalationIsKnownToItsFirstMailAndIsNoNews() {
    UUID caseId = UUID.randomUUID();
    decided(anEscalation().ofCase(caseId).event(), "hide-ordered", "novak");
    CaseEscalated byHand =
        escalated(anEscalation().ofCase(caseId).leftVisible().at(clock.instant().toString()));

    assertThat(body(room.mails()[0])).contains("being hidden from the public page");
    assertThat(room.published(NoticeSent.class, byHand)).hasSize(1);
    assertThat(room.count("notice")).isEqualTo(1);
  }

  @Test
  void aDecisionThatIsTakenInBeforeItsEscalationIsToldOnce() {
    EscalationBuilder ofCase = anEscalation().ofCase(UUID.randomUUID()).leftVisible();
    CaseEscalated late = ofCase.at(clock.instant().toString()).event();
    decided(late, "hide-ordered", "novak");
    room.escalate(late);
    await().until(() -> room.count("notice") == 2);
    mails(2);
    room.escalate(late);
    room.escalate(ofCase.event());
    await().until(() -> room.count("escalation") == 2);

    // Both were due at the same moment, so either may have reached the mail server first.
    assertThat(room.mails())
        .filteredOn(mail -> !news().contains(mail))
        .singleElement()
        .satisfies(mail -> assertThat(body(mail)).contains("being hidden from the public page"));
    assertThat(news())
        .singleElement()
        .satisfies(mail -> assertThat(body(mail)).contains("Petra Novak hid the comment"));
    assertThat(room.count("notice where decision_id is not null")).isEqualTo(1);
  }

  @Test
  void whatAnOlderVersionLeftGoesOn() {
    CaseEscalated acknowledged = escalated(anEscalation().under("a"));
    CaseEscalated apart = escalated(anEscalation().under("b"));
    notifier.close();
    room.database.useHandle(
        h -> {
          h.createUpdate(
                  """
                  update conversation
                  set state = 'acknowledged', due_at = null, step = 1, course = :course
                  where conversation_id = :id
                  """)
              .bind(
                  "course",
                  "{\"urgency\":\"IMMEDIATE\",\"step\":1,\"by\":\"novak\",\"at\":\"2026-11-24T18:30:05Z\"}"
                      .getBytes(UTF_8))
              .bind("id", acknowledged.escalationId())
              .execute();
          h.createUpdate("update escalation set closed_apart_at = now() where escalation_id = :id")
              .bind("id", apart.escalationId())
              .execute();
        });
    running();
    decided(apart, "restore-ordered", "novak");
    decided(acknowledged, "restore-ordered", "webb");
    await().until(() -> room.published(NoticeSent.class, acknowledged).size() == 2);
    answer(acknowledged, "novak", false, Answer.RESOLVE, "It was a song.");
    await().until(() -> !room.published(Closed.class, acknowledged).isEmpty());

    assertThat(room.published(AcknowledgmentExpired.class, acknowledged)).isEmpty();
    assertThat(room.count("notice where decision_id is not null")).isEqualTo(1);
    assertThat(room.count("comment_decision")).isEqualTo(2);
  }
}
