package hallmonitor.settings.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.settings.yaml.InvalidFileException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DrillRulesTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @Test
  void withoutItThereIsNone() {
    assertThat(EscalationFile.read("").drill()).isEmpty();
  }

  @Test
  void itIsReadWithItsDefaults() {
    assertThat(EscalationFile.read("drill: { day: friday }").drill())
        .contains(new DrillRules(DayOfWeek.FRIDAY, LocalTime.of(10, 0), Duration.ofHours(8)));
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(
            () ->
                EscalationFile.read(
                    "drill: { day: someday, at: \"25:00\", answer-within: 30d, x: 1 }"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("day")
        .hasMessageContaining("'25:00' is not a time")
        .hasMessageContaining("from 5m to 6d")
        .hasMessageContaining("unknown key 'x'");
  }

  @Test
  void theLatestTimeIsTodaysOnceItHasCome() {
    DrillRules rules = new DrillRules(DayOfWeek.TUESDAY, LocalTime.of(10, 0), Duration.ofHours(8));
    Instant tuesday = Instant.parse("2026-11-24T16:00:00Z");

    assertThat(rules.latest(tuesday, CHICAGO)).isEqualTo(tuesday);
    assertThat(rules.latest(tuesday.minusSeconds(1), CHICAGO))
        .isEqualTo(tuesday.minus(Duration.ofDays(7)));
    assertThat(rules.latest(tuesday.plus(Duration.ofDays(6)), CHICAGO)).isEqualTo(tuesday);
  }
}
