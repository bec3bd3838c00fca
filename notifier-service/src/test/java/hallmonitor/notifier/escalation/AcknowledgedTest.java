package hallmonitor.notifier.escalation;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.withPeople;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EventJson;
import hallmonitor.settings.escalation.EscalationFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcknowledgedTest extends EscalationStateTests {
  @Test
  void anAnswerStopsTheClockAndWithdrawsWhatWasNotSentYet() {
    begin(Urgency.IMMEDIATE, "principal");
    effects.clear();
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));

    Instant until = NIGHT.plus(Duration.ofMinutes(60));
    assertThat(state).isInstanceOf(Acknowledged.class);
    assertThat(state.dueAt()).contains(until);
    assertThat(effects)
        .containsExactly(
            new EscalationEffect.Withdraw(1),
            new EscalationEffect.Acknowledge("osei", Optional.of(until), ""),
            new EscalationEffect.StartNextStepClock("osei", until));
  }

  @Test
  void whatJoinedJustBeforeTheAnswerIsToldAllTheSame() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(new EscalationFact.Joined(Urgency.IMMEDIATE));
    now = NIGHT.plus(Duration.ofMinutes(2));
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));

    assertThat(state).isInstanceOf(Acknowledged.class);
    assertThat(tells()).containsExactly("osei TOLD at +0m", "osei JOINED at +2m");
  }

  @Test
  void anAcknowledgmentOfDangerRunsOutAndTheLadderGoesOn() {
    rules = EscalationFile.read("immediate: { then: [counselor], rounds: 1 }");
    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    timePasses();

    assertThat(state).isInstanceOf(AwaitingAnswer.class);
    assertThat(effects).contains(new EscalationEffect.Expire("osei", List.of("osei")));
    timePasses();
    timePasses();
    assertThat(tells())
        .containsExactly(
            "osei TOLD at +0m",
            "osei RAN_OUT at +60m",
            "osei REMINDED at +75m",
            "molina PASSED_ON at +90m");
  }

  @Test
  void beforeItRunsOutTimeSendsNothing() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    effects.clear();
    now = NIGHT.plus(Duration.ofMinutes(59));
    hears(new EscalationFact.TimePassed());

    assertThat(state).isInstanceOf(Acknowledged.class);
    assertThat(effects).isEmpty();
  }

  @Test
  void aNextStepGivesAsMuchTimeOnceMoreAndThenItRunsOutToo() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(nextStep("novak", "ok"));
    assertThat(state.dueAt()).contains(NIGHT.plus(Duration.ofMinutes(60)));

    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    effects.clear();
    now = NIGHT.plus(Duration.ofMinutes(50));
    hears(nextStep("osei", "The officer is on the way."));

    Instant until = NIGHT.plus(Duration.ofMinutes(110));
    assertThat(state.dueAt()).contains(until);
    assertThat(((Acknowledged) state).nextStep()).isEqualTo("The officer is on the way.");
    assertThat(effects)
        .containsExactly(
            new EscalationEffect.Withdraw(2),
            new EscalationEffect.Acknowledge(
                "osei", Optional.of(until), "The officer is on the way."),
            new EscalationEffect.StartNextStepClock("osei", until));
    timePasses();
    assertThat(tells()).containsExactly("osei RAN_OUT at +110m");
  }

  @Test
  void thePersonsSameAcknowledgmentAgainGivesNoMoreTime() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    EscalationState before = state;
    now = NIGHT.plus(Duration.ofMinutes(50));
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));

    assertThat(state).isEqualTo(before);
  }

  @Test
  void anyoneWhoTakesItOverHasATimeOfTheirOwnAndIsAskedWithThoseBefore() {
    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    now = NIGHT.plus(Duration.ofMinutes(50));
    hears(
        new EscalationFact.Answered(
            "webb",
            EscalationFact.Answer.ACKNOWLEDGE,
            Optional.empty(),
            "",
            Optional.of(new Contact("webb", "account-administrator"))));
    timePasses();

    assertThat(tells()).endsWith("webb RAN_OUT at +110m", "osei RAN_OUT at +110m");
  }

  @Test
  void whatIsNotImmediateIsAcknowledgedForGood() {
    begin(Urgency.SOON, "principal");
    EscalationTransition next =
        state.after(
            answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()),
            terms(Urgency.SOON),
            now);

    assertThat(next.state().dueAt()).isEmpty();
    assertThat(next.effects()).contains(new EscalationEffect.StopClock("osei"));
  }

  @Test
  void whereNobodyCouldBeAskedAnAcknowledgmentThatRanOutStartsAnew() {
    district = withPeople();
    begin(Urgency.IMMEDIATE, "principal");
    hears(answer("admin", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty()));
    district = cedarFalls();
    timePasses();

    assertThat(tells()).containsExactly("osei TOLD at +60m");
  }

  @Test
  void anAcknowledgmentOfAnOlderVersionIsReadAndNeverRunsOut() {
    Acknowledged old =
        EventJson.read(
            "{\"urgency\":\"IMMEDIATE\",\"step\":3,\"by\":\"osei\",\"at\":\"2026-11-24T18:30:05Z\"}"
                .getBytes(UTF_8),
            Acknowledged.class);
    state = old;

    assertThat(old.dueAt()).isEmpty();
    hears(new EscalationFact.TimePassed());
    assertThat(state).isEqualTo(old);
    assertThat(EventJson.read(EventJson.write(old), Acknowledged.class)).isEqualTo(old);
    hears(new EscalationFact.Joined(Urgency.IMMEDIATE));
    assertThat(state).isInstanceOf(AwaitingAnswer.class);
  }

  private static EscalationFact nextStep(String by, String words) {
    return new EscalationFact.Answered(
        by, EscalationFact.Answer.ACKNOWLEDGE, Optional.empty(), words, Optional.empty());
  }
}
