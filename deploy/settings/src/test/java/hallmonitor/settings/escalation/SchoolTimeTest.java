package hallmonitor.settings.escalation;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.district.District.QuietHours;
import hallmonitor.settings.district.QuietTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolTimeTest {
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final Set<LocalDate> THANKSGIVING =
      Set.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-27"));

  private static SchoolTime time(Set<DayOfWeek> quietDays) {
    QuietHours hours = new QuietHours(LocalTime.of(21, 0), LocalTime.of(6, 30), quietDays);
    return new SchoolTime(new QuietTime(hours, ZONE), new BusinessDays(ZONE, THANKSGIVING));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // an ordinary day
    "2026-11-10T10:00, P1D, 2026-11-11T10:00",
    // over a weekend
    "2026-11-13T15:00, P1D, 2026-11-16T15:00",
    // written on a Saturday: the time starts on Monday morning
    "2026-11-14T12:00, P1D, 2026-11-17T06:30",
    // written at night
    "2026-11-10T23:30, P1D, 2026-11-12T06:30",
    // over the holidays and the weekend behind them
    "2026-11-25T09:00, P1D, 2026-11-30T09:00",
    // hours stop at night
    "2026-11-10T20:00, PT2H, 2026-11-11T07:30",
    "2026-11-10T10:00, PT4H, 2026-11-10T14:00",
    // over the change of the clocks
    "2026-10-30T20:30, PT1H, 2026-11-02T07:00",
    "2026-11-10T10:00, PT0S, 2026-11-10T10:00"
  })
  void onlySchoolTimeCounts(String start, Duration span, String end) {
    assertThat(time(Set.of(SATURDAY, SUNDAY)).after(at(start), span)).isEqualTo(at(end));
  }

  @Test
  void aDistrictWithoutAnyOpenDayDoesNotWaitForEver() {
    SchoolTime never = time(Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY));

    assertThat(never.after(at("2026-11-10T10:00"), Duration.ofHours(1)))
        .isEqualTo(at("2026-11-10T11:00"));
  }
}
