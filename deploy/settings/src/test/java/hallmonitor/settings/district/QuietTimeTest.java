package hallmonitor.settings.district;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.district.District.QuietHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTimeTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final QuietTime NIGHTS_AND_WEEKENDS =
      quiet("21:00", "06:30", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

  @ParameterizedTest(name = "{0} waits until {1}")
  @CsvSource({
    "2026-11-25T12:00, 2026-11-25T12:00", // a Wednesday
    "2026-11-25T20:59:59, 2026-11-25T20:59:59",
    "2026-11-25T21:00, 2026-11-26T06:30",
    "2026-11-26T02:00, 2026-11-26T06:30",
    "2026-11-26T06:30, 2026-11-26T06:30",
    "2026-11-27T22:00, 2026-11-30T06:30", // a Friday night, over the weekend
    "2026-11-28T12:00, 2026-11-30T06:30",
    "2026-11-29T23:59, 2026-11-30T06:30",
  })
  void whatCanWaitWaitsForTheEndOfQuietHours(String from, String until) {
    assertThat(NIGHTS_AND_WEEKENDS.notBefore(at(from))).isEqualTo(at(until));
  }

  @ParameterizedTest(name = "a digest after {0} goes out at {1}")
  @CsvSource({
    "2026-11-25T12:00, 2026-11-26T06:30",
    "2026-11-26T06:29, 2026-11-26T06:30",
    "2026-11-26T06:30, 2026-11-27T06:30",
    "2026-11-27T06:30, 2026-11-30T06:30",
  })
  void aDigestGoesOutAtTheNextEndOfQuietHours(String from, String next) {
    assertThat(NIGHTS_AND_WEEKENDS.nextDigest(at(from))).isEqualTo(at(next));
  }

  @Test
  void quietHoursWithinOneDayEndOnThatDay() {
    assertThat(quiet("12:00", "14:00", Set.of()).notBefore(at("2026-11-25T13:00")))
        .isEqualTo(at("2026-11-25T14:00"));
  }

  @Test
  void equalBoundsMeanNoQuietHours() {
    Instant night = at("2026-11-25T03:00");

    assertThat(quiet("07:00", "07:00", Set.of()).notBefore(night)).isEqualTo(night);
  }

  @Test
  void aWeekOfQuietDaysSilencesNothing() {
    QuietTime always = quiet("21:00", "06:30", EnumSet.allOf(DayOfWeek.class));

    assertThat(always.notBefore(at("2026-11-25T12:00"))).isEqualTo(at("2026-11-25T12:00"));
    assertThat(always.nextDigest(at("2026-11-25T12:00"))).isEqualTo(at("2026-11-26T06:30"));
  }

  @Test
  void anEndThatTheClockSkipsInSpringIsMovedOn() {
    QuietTime skipped = quiet("21:00", "02:30", Set.of());

    // On 8 March 2026 in Chicago, 02:00 is followed by 03:00.
    assertThat(skipped.notBefore(at("2026-03-08T01:00")))
        .isEqualTo(Instant.parse("2026-03-08T08:30:00Z"));
  }

  @Test
  void anEndThatTheClockShowsTwiceInAutumnIsNeverBehind() {
    QuietTime twice = quiet("21:00", "01:30", Set.of());

    // On 1 November 2026 in Chicago, 02:00 is followed by 01:00.
    assertThat(twice.notBefore(at("2026-11-01T00:30")))
        .isEqualTo(Instant.parse("2026-11-01T06:30:00Z"));
    assertThat(twice.notBefore(Instant.parse("2026-11-01T07:10:00Z")))
        .isEqualTo(Instant.parse("2026-11-01T07:30:00Z"));
  }

  private static QuietTime quiet(String from, String until, Set<DayOfWeek> wholeDays) {
    return new QuietTime(
        new QuietHours(LocalTime.parse(from), LocalTime.parse(until), wholeDays), CHICAGO);
  }

  private static Instant at(String local) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(local), CHICAGO).toInstant();
  }
}
