package hallmonitor.moderation.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final Instant NOW = Instant.parse("2026-11-28T23:00:00Z");
  private static final Instant AFTERNOON = Instant.parse("2026-11-28T21:10:42Z");
  private static final Instant LAST_YEAR = Instant.parse("2025-09-05T06:03:00Z");

  private final Moments english = Moments.at(NOW, ZONE, Locale.US);
  private final Moments spanish = Moments.at(NOW, ZONE, new Locale("es", "US"));

  @Test
  void aTimeIsWrittenAsAmericansWriteIt() {
    assertThat(english.moment(AFTERNOON)).isEqualTo("Nov 28, 3:10 PM");
    assertThat(english.day(AFTERNOON)).isEqualTo("Nov 28");
  }

  @Test
  void theYearStandsWhereItIsNotThisOne() {
    assertThat(english.moment(LAST_YEAR)).isEqualTo("Sep 5, 2025, 1:03 AM");
    assertThat(english.day(LocalDate.of(2027, 1, 4))).isEqualTo("Jan 4, 2027");
    assertThat(english.recorded(AFTERNOON)).isEqualTo("Nov 28, 2026, 3:10 PM");
  }

  @Test
  void spanishHasTheDayFirstAndTwentyFourHours() {
    assertThat(spanish.moment(AFTERNOON)).isEqualTo("28 nov, 15:10");
    assertThat(spanish.moment(LAST_YEAR)).matches("5 sept? 2025, 1:03");
  }

  @Test
  void anHourOfTodayNeedsNoDay() {
    assertThat(english.hour(AFTERNOON)).isEqualTo("3:10 PM");
    assertThat(english.hour(Instant.parse("2026-11-30T14:00:00Z"))).isEqualTo("Nov 30, 8:00 AM");
  }
}
