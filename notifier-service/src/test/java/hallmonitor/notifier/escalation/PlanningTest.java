package hallmonitor.notifier.escalation;

import static hallmonitor.contract.event.CaseEscalated.Urgency.DIGEST;
import static hallmonitor.contract.event.CaseEscalated.Urgency.IMMEDIATE;
import static hallmonitor.contract.event.CaseEscalated.Urgency.SOON;
import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.withPeople;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.escalation.Plan.Notice;
import hallmonitor.notifier.escalation.Plan.Shortfall;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanningTest {
  /** 2 in the morning of a Thursday in Chicago. */
  private static final Instant NIGHT = Instant.parse("2026-11-26T08:00:00Z");

  private static final Instant MORNING = Instant.parse("2026-11-26T12:30:00Z");

  @Test
  void dangerIsToldAtOnceInTheMiddleOfTheNight() {
    Plan plan = Planning.plan(anEscalation().urgent(IMMEDIATE).build(), cedarFalls(), NIGHT);

    assertThat(plan.notices()).extracting(Notice::dueAt).containsExactly(NIGHT);
  }

  @Test
  void whatIsNeededSoonWaitsForTheMorning() {
    Plan plan = Planning.plan(anEscalation().urgent(SOON).build(), cedarFalls(), NIGHT);

    assertThat(plan.notices()).extracting(Notice::dueAt).containsExactly(MORNING);
  }

  @Test
  void aDigestWaitsForTheMorningEvenByDay() {
    Instant day = NIGHT.minusSeconds(12 * 3600);

    Plan plan = Planning.plan(anEscalation().urgent(DIGEST).build(), cedarFalls(), day);

    assertThat(plan.notices()).extracting(Notice::dueAt).containsExactly(MORNING);
  }

  @Test
  void theSameEscalationGivesTheSameIds() {
    Escalation escalation = anEscalation().to("principal", "assistant-principal").build();

    assertThat(Planning.plan(escalation, cedarFalls(), NIGHT))
        .isEqualTo(Planning.plan(escalation, cedarFalls(), NIGHT));
  }

  @Test
  void aGapIsSaidInWordsWithWhoIsToldInstead() {
    Plan plan =
        Planning.plan(anEscalation().to("assistant-principal").build(), cedarFalls(), NIGHT);

    assertThat(plan.shortfalls())
        .extracting(Shortfall::somebodyElseTold, Shortfall::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                true,
                "Nobody holds the role assistant-principal for Cedar High School, so Kofi Osei"
                    + " (principal) is told instead; add somebody to district.yaml."));
  }

  @Test
  void aDistrictInWhichNobodyCanBeToldIsAnAlarm() {
    Plan plan = Planning.plan(anEscalation().to("principal").build(), withPeople(), NIGHT);

    assertThat(plan.tellsNobody()).isTrue();
    assertThat(plan.shortfalls())
        .singleElement()
        .satisfies(gap -> assertThat(gap.somebodyElseTold()).isFalse())
        .satisfies(gap -> assertThat(gap.message()).contains("NOBODY was told"));
  }
}
