package hallmonitor.notifier.escalation;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.withPeople;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShortfallTest {
  private static final Instant NIGHT = Instant.parse("2026-11-26T08:00:00Z");

  @Test
  void aGapIsSaidInWordsWithWhoIsToldInstead() {
    Escalation escalation = anEscalation().to("assistant-principal").build();

    assertThat(Shortfall.of(escalation, cedarFalls(), NIGHT))
        .extracting(Shortfall::somebodyElseTold, Shortfall::message)
        .containsExactly(
            tuple(
                true,
                "Nobody holds the role assistant-principal for Cedar High School, so Kofi Osei"
                    + " (principal) is told instead; add somebody to district.yaml."));
  }

  @Test
  void aDistrictInWhichNobodyCanBeToldIsAnAlarm() {
    assertThat(Shortfall.of(anEscalation().to("principal").build(), withPeople(), NIGHT))
        .singleElement()
        .satisfies(gap -> assertThat(gap.somebodyElseTold()).isFalse())
        .satisfies(gap -> assertThat(gap.message()).contains("NOBODY was told"));
  }

  @Test
  void theSameEscalationGivesTheSameIds() {
    Escalation escalation = anEscalation().to("assistant-principal").build();

    assertThat(Shortfall.of(escalation, cedarFalls(), NIGHT))
        .isEqualTo(Shortfall.of(escalation, cedarFalls(), NIGHT));
  }
}
