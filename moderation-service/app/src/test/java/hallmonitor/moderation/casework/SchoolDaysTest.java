package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchoolDaysTest {
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

  @Test
  void weekendsAndHolidaysDoNotCountAndNeitherDoesTheDayItself() {
    SchoolDays days = new SchoolDays(Set.of(WEDNESDAY.plusDays(1)));

    assertThat(days.after(WEDNESDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(days.after(WEDNESDAY, 2)).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(days.after(WEDNESDAY, 10)).isEqualTo(LocalDate.of(2026, 12, 10));
  }
}
