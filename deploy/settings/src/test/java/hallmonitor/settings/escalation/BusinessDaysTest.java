package hallmonitor.settings.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @Test
  void weekendsAndHolidaysAreSkippedAndTheFirstDayDoesNotCount() {
    BusinessDays days = new BusinessDays(CHICAGO, Set.of(LocalDate.parse("2026-11-26")));

    // Wednesday; then Fri 27, Mon 30, Tue 1, Wed 2, Thu 3.
    assertThat(days.after(Instant.parse("2026-11-25T18:00:00Z"), 5))
        .isEqualTo(Instant.parse("2026-12-04T05:59:59Z"));
  }

  @Test
  void theDayIsTheDistrictsNotGreenwichs() {
    BusinessDays days = new BusinessDays(CHICAGO, Set.of());

    // Still Tuesday in Chicago.
    assertThat(days.after(Instant.parse("2026-11-25T03:00:00Z"), 1))
        .isEqualTo(Instant.parse("2026-11-26T05:59:59Z"));
  }
}
