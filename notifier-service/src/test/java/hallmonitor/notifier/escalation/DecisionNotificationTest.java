package hallmonitor.notifier.escalation;

import static hallmonitor.notifier.Districts.cedarFalls;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.escalation.EscalationFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionNotificationTest {
  /** 2 a.m. on a Thursday in Chicago. */
  private static final Instant NIGHT = Instant.parse("2026-11-26T08:00:00Z");

  private static final Instant MORNING = Instant.parse("2026-11-26T12:30:00Z");
  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final Contact OSEI = new Contact("osei", "principal");
  private static final Contact MOLINA = new Contact("molina", "counselor");
  private static final Contact STONE = new Contact("stone", "superintendent");

  @Test
  void anyoneWhoWasAskedIsToldOnceAfterAMomentAlsoAtNight() {
    DecisionNotification news =
        news(waiting(Urgency.IMMEDIATE), List.of(OSEI, STONE), "novak").get();

    assertThat(news.to()).containsExactly(OSEI, STONE);
    assertThat(news.dueAt()).isEqualTo(NIGHT.plus(WITHIN));
  }

  @Test
  void whatCouldWaitForTheMorningIsToldInTheMorning() {
    assertThat(news(waiting(Urgency.SOON), List.of(OSEI), "novak").get().dueAt())
        .isEqualTo(MORNING);
  }

  @Test
  void nobodyIsToldOfTheirOwnDecision() {
    assertThat(news(waiting(Urgency.IMMEDIATE), List.of(OSEI, STONE), "osei").get().to())
        .containsExactly(STONE);
    assertThat(news(waiting(Urgency.IMMEDIATE), List.of(OSEI), "osei")).isEmpty();
  }

  @Test
  void anyoneWhoAcknowledgedIsToldToo() {
    EscalationFact taken =
        new EscalationFact.Answered(
            "molina", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty(), "", Optional.of(MOLINA));
    EscalationState state =
        waiting(Urgency.IMMEDIATE).after(taken, terms(Urgency.IMMEDIATE), NIGHT).state();

    assertThat(news(state, List.of(OSEI), "novak").get().to()).containsExactly(OSEI, MOLINA);
  }

  @Test
  void whatCouldNotBeHiddenIsToldAtOnceAlsoAtNight() {
    DecisionNotification news =
        DecisionNotification.notHidden(
                waiting(Urgency.SOON), List.of(OSEI, STONE), Optional.empty(), NIGHT)
            .get();

    assertThat(news.to()).containsExactly(OSEI, STONE);
    assertThat(news.dueAt()).isEqualTo(NIGHT);
    assertThat(news.alarming()).isTrue();
  }

  @Test
  void whatCouldNotBeHiddenIsToldAlsoIfSomebodyClosedItMeanwhile() {
    EscalationState closed = new Closed(3, "osei", "Done.", false, NIGHT);

    assertThat(
            DecisionNotification.notHidden(closed, List.of(OSEI), Optional.empty(), NIGHT)
                .get()
                .to())
        .containsExactly(OSEI);
    assertThat(DecisionNotification.notHidden(closed, List.of(), Optional.empty(), NIGHT))
        .isEmpty();
  }

  @Test
  void aRowOfAlarmsIsToldEveryFewMinutes() {
    Instant later = NIGHT.plusSeconds(300);

    assertThat(alarmDue(NIGHT.minusSeconds(299))).isEqualTo(NIGHT.plusSeconds(1));
    assertThat(alarmDue(NIGHT.minusSeconds(300))).isEqualTo(NIGHT);
    assertThat(alarmDue(NIGHT)).isEqualTo(later);
    assertThat(alarmDue(later)).as("with the one that waits").isEqualTo(later);
  }

  private static Instant alarmDue(Instant latest) {
    return DecisionNotification.notHidden(
            waiting(Urgency.SOON), List.of(OSEI), Optional.of(latest), NIGHT)
        .get()
        .dueAt();
  }

  @Test
  void whatCouldNotBeHiddenDoesNotWaitForTheDigest() {
    assertThat(
            DecisionNotification.notHidden(
                    waiting(Urgency.DIGEST), List.of(OSEI), Optional.empty(), NIGHT)
                .get()
                .dueAt())
        .isEqualTo(NIGHT);
  }

  @Test
  void aDigestAsksNobodyAndAClosedEscalationNobodyAnyMore() {
    assertThat(news(waiting(Urgency.DIGEST), List.of(OSEI), "novak")).isEmpty();
    assertThat(news(new Closed(3, "osei", "Done.", false, NIGHT), List.of(OSEI), "novak"))
        .isEmpty();
  }

  private static Optional<DecisionNotification> news(
      EscalationState state, List<Contact> told, String by) {
    return DecisionNotification.of(state, told, by, terms(Urgency.IMMEDIATE), WITHIN, NIGHT);
  }

  private static EscalationState waiting(Urgency urgency) {
    return EscalationState.begin(urgency, terms(urgency), NIGHT).state();
  }

  private static EscalationTerms terms(Urgency urgency) {
    return EscalationTerms.of(
        EscalationFile.read(""),
        cedarFalls(),
        "cedar-high",
        "news",
        "threat",
        urgency,
        List.of("principal"),
        NIGHT);
  }
}
