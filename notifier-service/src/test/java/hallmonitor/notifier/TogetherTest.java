package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.queue.EscalationRecord;
import hallmonitor.notifier.queue.NoticeQueue;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which escalations are combined, and which are not. */
class TogetherTest extends ClockedNotifierTests {
  @BeforeEach
  void start() {
    running();
  }

  @Test
  void aThreatUnderAPostWhoseEarlierThreatSomebodyHasRingsForItself() {
    CaseEscalated first = escalated(anEscalation().under("post"));
    answer(first, Answer.ACKNOWLEDGE, "");
    await().until(() -> !room.published(Acknowledged.class, first).isEmpty());

    CaseEscalated second = escalated(anEscalation().under("post"));
    clock.forward(Duration.ofMinutes(16));

    await().until(() -> !room.published(Reminded.class, second).isEmpty());
    assertThat(room.count("conversation")).isEqualTo(2);
    assertThat(room.published(Acknowledged.class, second)).isEmpty();
    assertThat(room.published(Reminded.class, first)).isEmpty();
  }

  @Test
  void aCaseThatSomebodyHasRingsAgainWhenItIsEscalatedAnew() {
    CaseEscalated first = escalated(anEscalation());
    answer(first, Answer.ACKNOWLEDGE, "");
    await().until(() -> !room.published(Acknowledged.class, first).isEmpty());

    CaseEscalated anew = escalated(anEscalation().ofCase(first.caseId()));
    clock.forward(Duration.ofMinutes(16));

    await().until(() -> !room.published(Reminded.class, anew).isEmpty());
    assertThat(room.count("conversation")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESOLVE", "FALSE_ALARM"})
  void anyoneWhoIsDoneWithOneCaseIsNotDoneWithTheOthers(Answer answer) throws Exception {
    CaseEscalated first = escalated(anEscalation().under("post"));
    CaseEscalated second = joined(anEscalation().under("post").saying("the second one"));

    answer(first, answer, "Only a joke.");
    await().until(() -> !room.published(Closed.class, first).isEmpty());
    assertThat(room.published(Closed.class, second)).isEmpty();
    clock.forward(Duration.ofMinutes(16));
    await().until(() -> !room.published(Reminded.class, second).isEmpty());
    assertThat(room.published(Reminded.class, first)).isEmpty();
    await().until(() -> room.mails().length == 2);
    MimeMessage reminder = room.mails()[1];
    assertThat(reminder.getHeader("References", null)).contains(second.caseId().toString());

    answer(second, answer, "This one too.");
    await().until(() -> !room.published(Closed.class, second).isEmpty());
    assertThat(room.published(Closed.class, first)).hasSize(1);
    assertThat(room.states()).containsExactly("closed");
  }

  @Test
  void aCaseThatWasClosedByItselfIsOpenedAnewWhenItIsEscalatedAgain() {
    CaseEscalated first = escalated(anEscalation().under("post"));
    joined(anEscalation().under("post"));
    answer(first, Answer.RESOLVE, "Done.");
    await().until(() -> !room.published(Closed.class, first).isEmpty());

    CaseEscalated again =
        escalated(anEscalation().ofCase(first.caseId()).under("elsewhere").of("bullying"));

    assertThat(room.count("conversation")).isEqualTo(2);
    assertThat(room.published(Closed.class, again)).isEmpty();
  }

  @Test
  void aCaseThatTurnsOutToBeOfAnotherCategoryRingsItsPeopleAndHasTheDutiesOfBoth() {
    CaseEscalated first = escalated(anEscalation().of("bullying"));
    CaseEscalated second =
        escalated(anEscalation().ofCase(first.caseId()).of("abuse-disclosure").to("counselor"));
    await().until(() -> told(second).contains("molina"));

    answer(first, Answer.ACKNOWLEDGE, "");
    await().until(() -> !room.published(Acknowledged.class, second).isEmpty());
    await()
        .untilAsserted(
            () ->
                assertThat(room.published(ClockStarted.class, first))
                    .filteredOn(c -> c.kind() == ClockKind.DUTY)
                    .extracting(ClockStarted::source)
                    .contains("325 ILCS 5/7", "105 ILCS 5/27-23.7"));

    answer(first, Answer.RESOLVE, "Reported.");
    await().until(() -> !room.published(Closed.class, second).isEmpty());
    await().until(() -> !room.published(Closed.class, first).isEmpty());
  }

  @Test
  void anEscalationFromBeforeThereWasAClockIsToldOnceAndCanBeAnswered() {
    notifier.close();
    CaseEscalated old = anEscalation().event();
    room.database.useTransaction(
        h -> {
          NoticeQueue.keep(
              h,
              List.of(
                  new NoticeQueue.Arrived(
                      EscalationRecord.of(old), false, EventJson.write(old), Optional.empty())));
          h.createUpdate(
                  "insert into notice (notice_id, escalation_id, person, role, urgency, due_at,"
                      + " next_attempt_at) values (:notice, :id, 'osei', 'principal',"
                      + " 'immediate', now(), now())")
              .bind("notice", UUID.randomUUID())
              .bind("id", old.escalationId())
              .execute();
        });

    running();
    await().until(() -> !room.published(NoticeSent.class, old).isEmpty());
    answer(old, Answer.ACKNOWLEDGE, "");

    await().until(() -> !room.published(Acknowledged.class, old).isEmpty());
    assertThat(room.published(NoticeSent.class, old)).hasSize(1);
  }

  @Test
  void aPileOnIsOneConversationAndOneFollowUpAndEachCaseIsTold() throws Exception {
    CaseEscalated first = anEscalation().of("bullying").under("post").event();
    room.escalate(first);
    room.sent(first, 1);
    List<CaseEscalated> more =
        IntStream.range(0, 30)
            .mapToObj(n -> anEscalation().of("bullying").under("post").event())
            .toList();
    more.forEach(room::escalate);
    await().atMost(Duration.ofMinutes(1)).until(() -> room.count("escalation") == 31);
    clock.forward(Duration.ofMinutes(6));

    await()
        .atMost(Duration.ofMinutes(1)) // thirty of them, on a busy machine
        .until(() -> more.stream().noneMatch(e -> room.published(NoticeSent.class, e).isEmpty()));
    assertThat(room.mails()).hasSize(2);
    MimeMessage followUp = room.mails()[1];
    assertThat(followUp.getSubject()).startsWith("More comments: ACT NOW");
    assertThat(followUp.getHeader("References", null))
        .contains(first.caseId().toString())
        .isEqualTo(room.mails()[0].getHeader("References", null));
    assertThat(room.count("conversation")).isEqualTo(1);
    room.say(answered(UUID.randomUUID(), more.get(7), Answer.ACKNOWLEDGE, Optional.empty(), ""));
    await().until(() -> !room.published(Acknowledged.class, first).isEmpty());
  }

  @Test
  void differentCategoriesPostsAndTwoChildrenWhoDiscloseAreNotFolded() {
    List<CaseEscalated> apart =
        List.of(
            anEscalation().of("threat").under("a").event(),
            anEscalation().of("bullying").under("a").event(),
            anEscalation().of("threat").under("b").event(),
            anEscalation().of("abuse-disclosure").under("a").by("One").event(),
            anEscalation().of("abuse-disclosure").under("a").by("Two").event());
    apart.forEach(room::escalate);

    await().until(() -> room.count("conversation") == 5);
  }

  @Test
  void theSameWordsUnderManyPostsAreOneConversation() {
    IntStream.range(0, 5)
        .mapToObj(n -> anEscalation().under("p" + n).saying(n % 2 == 0 ? "See YOU!" : "see you"))
        .forEach(e -> room.escalate(e.event()));

    await().until(() -> room.count("escalation") == 5);
    await().until(() -> room.count("conversation") == 1);
  }

  @Test
  void theSameKnownPictureIsOneConversationUnlessOtherWordsStandBesideIt() {
    IntStream.range(0, 5)
        .mapToObj(n -> anEscalation().saying(n % 2 == 0 ? "Look!" : "LOOK").showing("police/note"))
        .forEach(e -> room.escalate(e.event()));
    room.escalate(anEscalation().saying("Tomorrow at noon").showing("police/note").event());

    await().until(() -> room.count("escalation") == 6);
    assertThat(room.count("conversation")).isEqualTo(2);
  }

  @Test
  void threatsOfDifferentEmojiAreNotFolded() {
    List.of("\uD83D\uDD2B\uD83C\uDFEB", "\uD83D\uDCA3\u23F0", "...", "!")
        .forEach(text -> room.escalate(anEscalation().saying(text).event()));

    await().until(() -> room.count("escalation") == 4);
    assertThat(room.count("conversation")).isEqualTo(4);
  }

  @Test
  void picturesThatAreNotTheSameAreNotFoldedBecauseNothingIsWrittenBesideThem() {
    List.of(
            anEscalation().saying("").showing("police/note"),
            anEscalation().saying("").showing("police/other note"),
            anEscalation().saying("").showingWords("See you at the gym"),
            anEscalation().saying("").showingWords("See you at noon"),
            anEscalation().saying("").showingWords("SEE YOU AT NOON!"),
            anEscalation().saying(""))
        .forEach(e -> room.escalate(e.event()));

    await().until(() -> room.count("escalation") == 6);
    assertThat(room.count("conversation")).isEqualTo(5);
  }

  private List<String> told(CaseEscalated of) {
    return room.published(NoticeSent.class, of).stream().map(NoticeSent::person).toList();
  }

  private CaseEscalated joined(EscalationBuilder escalation) {
    long before = room.count("escalation");
    CaseEscalated event = escalation.event();
    room.escalate(event);
    await().until(() -> room.count("escalation") > before);
    return event;
  }

  private void answer(CaseEscalated of, Answer answer, String note) {
    room.say(answered(UUID.randomUUID(), of, answer, Optional.empty(), note));
  }
}
