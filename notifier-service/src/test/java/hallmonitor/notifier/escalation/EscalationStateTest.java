package hallmonitor.notifier.escalation;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.withPeople;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.notifier.escalation.EscalationEffect.Alarm;
import hallmonitor.notifier.escalation.EscalationEffect.Tell;
import hallmonitor.settings.escalation.EscalationFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EscalationStateTest extends EscalationStateTests {
  private static final Instant MORNING = Instant.parse("2026-11-26T12:30:00Z");

  @Test
  void dangerIsToldAtOnceInTheMiddleOfTheNightToAllRolesTogether() {
    begin(Urgency.IMMEDIATE, "principal", "counselor");

    assertThat(tells()).containsExactly("osei TOLD at +0m", "molina TOLD at +0m");
  }

  @Test
  void whatIsNeededSoonWaitsForTheMorningAndSoDoesItsReminder() {
    begin(Urgency.SOON, "principal");

    assertThat(effects)
        .filteredOn(Tell.class::isInstance)
        .extracting(e -> ((Tell) e).dueAt())
        .containsExactly(MORNING);
    assertThat(((AwaitingAnswer) state).nextAt()).isEqualTo(MORNING.plus(Duration.ofHours(4)));
  }

  @Test
  void aDigestWaitsForTheMorningEvenByDayAndForNobodysAnswer() {
    now = NIGHT.minus(Duration.ofHours(12));
    begin(Urgency.DIGEST, "principal");

    assertThat(effects).hasOnlyElementsOfType(Tell.class);
    assertThat(((Tell) effects.get(0)).dueAt()).isEqualTo(MORNING);
    assertThat(state.dueAt()).isEmpty();
  }

  @Test
  void nobodyAnswersSoItRemindsAndGoesOnFromContactToContactAndRoundToRound() {
    rules = EscalationFile.read("immediate: { then: [counselor], rounds: 1 }");
    begin(Urgency.IMMEDIATE, "principal");
    for (int i = 0; i < 7; i++) {
      timePasses();
    }

    assertThat(tells())
        .containsExactly(
            "osei TOLD at +0m",
            "osei REMINDED at +15m",
            "molina PASSED_ON at +30m",
            "molina REMINDED at +45m",
            "stone PASSED_ON at +60m",
            "stone REMINDED at +75m",
            "osei PASSED_ON at +90m",
            "osei REMINDED at +105m");
  }

  @Test
  void theSuperintendentIsToldAfterAsManyRoundsAsTheFileSays() {
    rules = EscalationFile.read("immediate: { then: [], rounds: 2 }");
    begin(Urgency.IMMEDIATE, "principal", "counselor");
    for (int i = 0; i < 4; i++) {
      timePasses();
    }

    assertThat(tells()).endsWith("stone PASSED_ON at +60m");
  }

  @Test
  void inSequenceOneRoleIsToldAfterTheOther() {
    rules = EscalationFile.read("immediate: { roles-told: in-sequence }");
    begin(Urgency.IMMEDIATE, "counselor", "principal");
    timePasses();
    timePasses();

    assertThat(tells())
        .containsExactly("molina TOLD at +0m", "molina REMINDED at +15m", "osei PASSED_ON at +30m");
  }

  @Test
  void aHandOverStartsTheClockAnewForTheNewPerson() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    now = now.plus(Duration.ofHours(1));
    hears(
        answer(
            "osei",
            EscalationFact.Answer.HAND_OVER,
            Optional.of(new Contact("molina", "counselor"))));
    timePasses();

    assertThat(tells())
        .containsExactly(
            "osei TOLD at +0m", "molina HANDED_OVER at +60m", "molina REMINDED at +75m");
  }

  @Test
  void aClosedEscalationHearsNoAnswerAndSaysSo() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("osei", EscalationFact.Answer.FALSE_ALARM, Optional.empty()));

    assertThat(((Closed) state).falseAlarm()).isTrue();
    assertThatThrownBy(
            () -> hears(answer("stone", EscalationFact.Answer.RESOLVE, Optional.empty())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed")
        .hasMessageContaining("RESOLVE");
  }

  @Test
  void aPersonWhoseMailIsRefusedIsPassedOverAtOnce() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(new EscalationFact.Refused("osei"));

    assertThat(tells()).containsExactly("osei TOLD at +0m", "stone PASSED_ON at +0m");
  }

  @Test
  void whereOnlyOneOfTwoIsRefusedTheOtherIsWaitedFor() {
    begin(Urgency.IMMEDIATE, "principal", "counselor");
    hears(new EscalationFact.Refused("osei"));

    assertThat(((AwaitingAnswer) state).with())
        .extracting(Contact::person)
        .containsExactly("molina");
  }

  @Test
  void whereEverybodyIsRefusedThatIsOneAlarmAndItIsTriedAgainLater() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(new EscalationFact.Refused("osei"));
    hears(new EscalationFact.Refused("stone"));
    assertThat(effects).contains(new Alarm(Alarm.Cause.ALL_REFUSED));

    timePasses();
    hears(new EscalationFact.Refused("osei"));
    hears(new EscalationFact.Refused("stone"));

    assertThat(tells()).contains("osei PASSED_ON at +30m");
    assertThat(effects).filteredOn(Alarm.class::isInstance).hasSize(1);
  }

  @Test
  void whereNobodyIsThereThatIsAnAlarmAndSomebodyAddedLaterIsTold() {
    district = withPeople();
    begin(Urgency.IMMEDIATE, "principal");
    assertThat(effects).contains(new Alarm(Alarm.Cause.NOBODY));

    district = cedarFalls();
    timePasses();

    assertThat(tells()).containsExactly("osei PASSED_ON at +30m");
  }

  @Test
  void aNoticeThatTheMailServerDoesNotTakeInTimeIsAnAlarm() {
    begin(Urgency.IMMEDIATE, "principal");
    timePassesWithoutMail();

    assertThat(now).isEqualTo(NIGHT.plus(Duration.ofMinutes(10)));
    assertThat(effects).contains(new Alarm(Alarm.Cause.NOT_TAKEN));
  }

  @Test
  void aNoticeThatWasTakenIsNoAlarm() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(new EscalationFact.Delivered("osei"));
    timePasses();

    assertThat(now).isEqualTo(NIGHT.plus(Duration.ofMinutes(15)));
    assertThat(effects).noneMatch(Alarm.class::isInstance);
  }

  @Test
  void manyJoinedCommentsAreOneMailInAnInterval() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(new EscalationFact.Delivered("osei"));
    for (int i = 0; i < 20; i++) {
      hears(new EscalationFact.Joined(Urgency.IMMEDIATE));
    }
    timePasses();

    assertThat(tells()).containsExactly("osei TOLD at +0m", "osei JOINED at +5m");
  }

  @Test
  void whatIsMoreUrgentStartsAnew() {
    begin(Urgency.SOON, "principal");
    hears(new EscalationFact.Joined(Urgency.IMMEDIATE));

    assertThat(((AwaitingAnswer) state).urgency()).isEqualTo(Urgency.IMMEDIATE);
    assertThat(tells()).endsWith("osei TOLD at +0m");
  }

  @Test
  void aDigestThatEverybodysMailServerRefusesIsAnAlarmToo() {
    begin(Urgency.DIGEST, "principal", "counselor");
    hears(new EscalationFact.Refused("osei"));
    assertThat(effects).noneMatch(Alarm.class::isInstance);

    hears(new EscalationFact.Refused("molina"));

    assertThat(effects).contains(new Alarm(Alarm.Cause.ALL_REFUSED));
  }

  @Test
  void aReminderThatWouldComeWithTheNextContactIsLeftOut() {
    rules = EscalationFile.read("immediate: { remind-after: 20m, pass-on-after: 20m }");
    begin(Urgency.IMMEDIATE, "principal", "counselor");
    hears(new EscalationFact.Delivered("osei"));
    timePasses();

    assertThat(tells()).endsWith("osei REMINDED at +20m", "molina REMINDED at +20m");
  }
}
