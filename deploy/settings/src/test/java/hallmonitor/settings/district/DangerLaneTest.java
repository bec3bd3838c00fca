package hallmonitor.settings.district;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.district.District.QuietHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DangerLaneTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final DangerLane LANE =
      new DangerLane(Duration.ofHours(2), Duration.ofMinutes(30));

  @ParameterizedTest(name = "what came at {0} is decided by {1}")
  @CsvSource({
    "2026-11-25T06:30, 2026-11-25T08:30", // a Wednesday; quiet hours are over
    "2026-11-25T12:40, 2026-11-25T14:40",
    "2026-11-25T18:59:59, 2026-11-25T20:59:59",
    "2026-11-25T19:00, 2026-11-26T07:00", // would run out as quiet hours begin
    "2026-11-25T20:59:59, 2026-11-26T07:00",
    "2026-11-25T21:00, 2026-11-26T07:00",
    "2026-11-26T03:00, 2026-11-26T07:00",
    "2026-11-26T06:29:59, 2026-11-26T07:00",
  })
  void itIsDecidedWithinTwoHoursByDayAndFirstThingInTheMorningByNight(String since, String by) {
    assertThat(decideBy(at(since))).isEqualTo(at(by));
  }

  @ParameterizedTest(name = "what came at {0} is decided by {1}")
  @CsvSource({
    "2026-11-28T12:00, 2026-11-28T14:00", // a Saturday
    "2026-11-27T22:00, 2026-11-28T07:00", // a Friday night
    "2026-11-29T23:00, 2026-11-30T07:00", // a Sunday night
  })
  void weekendsAreAsOtherDays(String since, String by) {
    assertThat(decideBy(at(since))).isEqualTo(at(by));
  }

  @Test
  void theNightThatIsAnHourShorterEndsAtItsLocalTime() {
    // On 8 March 2026 in Chicago, 02:00 is followed by 03:00.
    assertThat(decideBy(at("2026-03-07T23:00"))).isEqualTo(Instant.parse("2026-03-08T12:00:00Z"));
  }

  @Test
  void theNightThatIsAnHourLongerEndsAtItsLocalTime() {
    // On 1 November 2026 in Chicago, 02:00 is followed by 01:00.
    assertThat(decideBy(at("2026-10-31T23:00"))).isEqualTo(Instant.parse("2026-11-01T13:00:00Z"));
  }

  @Test
  void twoHoursAreTwoHoursOverAChangeOfTheClocks() {
    QuietHours none = new QuietHours(LocalTime.of(7, 0), LocalTime.of(7, 0), Set.of());
    Instant spring = at("2026-03-08T01:30");
    Instant autumn = at("2026-11-01T00:30");

    assertThat(LANE.decideBy(spring, none, CHICAGO)).isEqualTo(spring.plus(Duration.ofHours(2)));
    assertThat(LANE.decideBy(autumn, none, CHICAGO)).isEqualTo(autumn.plus(Duration.ofHours(2)));
  }

  @Test
  void anEndOfTheNightThatTheClockShowsTwiceIsNeverBehind() {
    QuietHours late = new QuietHours(LocalTime.of(21, 0), LocalTime.of(1, 30), Set.of());

    assertThat(LANE.decideBy(Instant.parse("2026-11-01T07:10:00Z"), late, CHICAGO))
        .isEqualTo(Instant.parse("2026-11-01T08:00:00Z"));
  }

  private static Instant decideBy(Instant since) {
    return LANE.decideBy(
        since,
        new QuietHours(
            LocalTime.of(21, 0), LocalTime.of(6, 30), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
        CHICAGO);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
  }
}
