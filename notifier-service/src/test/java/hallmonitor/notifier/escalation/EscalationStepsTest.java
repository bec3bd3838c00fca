package hallmonitor.notifier.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.escalation.EscalationEffect.Tell;
import hallmonitor.settings.escalation.EscalationFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each act leaves behind: its number, its name, and times that a set-back clock can move. */
class EscalationStepsTest extends EscalationStateTests {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void eachActThatPeopleNoticeCountsOneUp() {
    begin(Urgency.IMMEDIATE, "principal");
    assertThat(state.step()).isZero();
    timePasses(); // a reminder
    assertThat(state.step()).isEqualTo(1);
    timePasses(); // the next contact
    assertThat(state.step()).isEqualTo(2);
    hears(new EscalationFact.Delivered("stone"));
    hears(new EscalationFact.Joined(Urgency.IMMEDIATE));
    timePasses(); // a follow-up
    assertThat(state.step()).isEqualTo(3);
    hears(new EscalationFact.Joined(Urgency.IMMEDIATE, true)); // starts again
    assertThat(state.step()).isEqualTo(4);
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    assertThat(state.step()).isEqualTo(5);
    timePasses(); // the acknowledgment runs out
    assertThat(state.step()).isEqualTo(6);
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    hears(new EscalationFact.Joined(Urgency.IMMEDIATE));
    assertThat(state.step()).isEqualTo(8);
    assertThat(effects)
        .filteredOn(Tell.class::isInstance)
        .extracting(e -> ((Tell) e).step())
        .containsExactly(0, 1, 2, 3, 4, 6, 8);
  }

  @Test
  void aStateSaysWhatItIsInOneWord() {
    begin(Urgency.IMMEDIATE, "principal");
    assertThat(state.name()).isEqualTo("waiting");
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    assertThat(state.name()).isEqualTo("acknowledged");
    hears(answer("osei", EscalationFact.Answer.RESOLVE, Optional.empty()));
    assertThat(state.name()).isEqualTo("closed");
    begin(Urgency.DIGEST, "principal");
    assertThat(state.name()).isEqualTo("listed");
  }

  @Test
  void aClockThatIsSetBackMovesAllTimesOfOneThatWaits() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(new EscalationFact.Joined(Urgency.IMMEDIATE));
    AwaitingAnswer waiting = (AwaitingAnswer) state;
    AwaitingAnswer moved = (AwaitingAnswer) waiting.earlier(HOUR);

    assertThat(moved.since()).isEqualTo(waiting.since().minus(HOUR));
    assertThat(moved.nextAt()).isEqualTo(waiting.nextAt().minus(HOUR));
    assertThat(moved.delivery().lastMailAt())
        .isEqualTo(waiting.delivery().lastMailAt().minus(HOUR));
    assertThat(moved.delivery().alarmAt())
        .isEqualTo(waiting.delivery().alarmAt().map(at -> at.minus(HOUR)))
        .isPresent();
    assertThat(moved.delivery().moreAt())
        .isEqualTo(waiting.delivery().moreAt().map(at -> at.minus(HOUR)))
        .isPresent();
    assertThat(moved.step()).isEqualTo(waiting.step());
    assertThat(moved.with()).isEqualTo(waiting.with());
  }

  @Test
  void ofOneThatIsAcknowledgedItMovesTheEndAndOfTheOthersNothing() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    assertThat(state.earlier(HOUR).dueAt()).contains(NIGHT);
    hears(answer("osei", EscalationFact.Answer.RESOLVE, Optional.empty()));
    assertThat(state.earlier(HOUR)).isEqualTo(state);
    begin(Urgency.DIGEST, "principal");
    assertThat(state.earlier(HOUR)).isEqualTo(state);
  }

  @Test
  void aClosedOneHearsOfMailsAndTimeAndStaysClosed() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("osei", EscalationFact.Answer.RESOLVE, Optional.empty()));
    EscalationState closed = state;
    effects.clear();

    assertThat(closed.hears(new EscalationFact.Joined(Urgency.IMMEDIATE))).isFalse();
    assertThat(closed.hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty())))
        .isFalse();
    for (EscalationFact fact :
        List.of(
            new EscalationFact.TimePassed(),
            new EscalationFact.Delivered("osei"),
            new EscalationFact.Refused("osei"))) {
      assertThat(closed.hears(fact)).isTrue();
      hears(fact);
    }
    assertThat(state).isEqualTo(closed);
    assertThat(effects).isEmpty();
  }

  @Test
  void anOpenOneHearsEverything() {
    begin(Urgency.IMMEDIATE, "principal");

    assertThat(state.hears(new EscalationFact.Joined(Urgency.DIGEST))).isTrue();
    assertThat(state.round()).isEqualTo(1);
  }

  @Test
  void whereNobodyElseIsThereTheSamePersonIsRemindedAgainAndNotPassedOnTo() {
    rules = EscalationFile.read("immediate: { then: [], rounds: 9 }");
    begin(Urgency.IMMEDIATE, "principal");
    timePasses();
    effects.clear();
    timePasses();

    assertThat(tells()).containsExactly("osei REMINDED at +30m");
    assertThat(effects)
        .contains(new EscalationEffect.Remind("osei"))
        .noneMatch(EscalationEffect.PassOn.class::isInstance)
        .filteredOn(Tell.class::isInstance)
        .extracting(e -> ((Tell) e).others())
        .containsExactly(List.of());
  }

  @Test
  void whoIsPassedOverIsNamedToTheNext() {
    rules = EscalationFile.read("immediate: { then: [], rounds: 1 }");
    begin(Urgency.IMMEDIATE, "principal");
    timePasses();
    effects.clear();
    timePasses();

    assertThat(effects)
        .contains(new EscalationEffect.PassOn(List.of("osei"), List.of("stone")))
        .noneMatch(EscalationEffect.Remind.class::isInstance)
        .filteredOn(Tell.class::isInstance)
        .extracting(e -> ((Tell) e).others())
        .containsExactly(List.of("osei"));
  }

  @Test
  void aMailThatTheServerNeverTookIsAnAlarmThatAReminderDoesNotPutOff() {
    begin(Urgency.IMMEDIATE, "principal");
    Instant due = ((AwaitingAnswer) state).delivery().alarmAt().orElseThrow();
    Delivery before = ((AwaitingAnswer) state).delivery();

    Delivery again = before.again(due.minusSeconds(1), terms(Urgency.IMMEDIATE).pace());

    assertThat(again.alarmAt()).contains(due);
    assertThat(before.withAlarm().again(due, terms(Urgency.IMMEDIATE).pace()).alarmAt()).isEmpty();
    Delivery taken = before.taken().again(due, terms(Urgency.IMMEDIATE).pace());
    assertThat(taken.alarmAt()).isPresent().hasValueSatisfying(at -> assertThat(at).isAfter(due));
    assertThat(before.alarmIsDue(due.minusSeconds(1))).isFalse();
    assertThat(before.alarmIsDue(due)).isTrue();
    assertThat(before.moreAt(due).moreIsDue(due.minusSeconds(1))).isFalse();
    assertThat(before.moreAt(due).moreIsDue(due)).isTrue();
    assertThat(before.moreIsDue(due)).isFalse();
  }
}
