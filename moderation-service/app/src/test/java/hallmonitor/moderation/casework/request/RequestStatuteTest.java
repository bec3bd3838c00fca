package hallmonitor.moderation.casework.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.SchoolDays;
import hallmonitor.moderation.pipeline.rules.RequestsFile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The deadlines of requests, by the law of each state. */
class RequestStatuteTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);
  private static final SchoolDays OFFICES = new SchoolDays(Set.of(THANKSGIVING));
  private static final LocalTime CLOSES = LocalTime.of(16, 30);

  private static RequestStatute of(String state) {
    return RequestsFile.read(RequestsFile.shipped().replace("# state: illinois", "state: " + state))
        .statute()
        .orElseThrow();
  }

  private static RequestStatute received(boolean nextBusinessDay) {
    DayCount five = new DayCount(5, true);
    return new RequestStatute(
        "x", "X", "", "", nextBusinessDay, five, Optional.empty(), five, List.of(), List.of());
  }

  @Test
  void illinoisGivesFiveBusinessDaysAfterReceiptAndFiveMore() {
    RequestDeadline deadline = of("illinois").deadline(FRIDAY, false, OFFICES);

    assertThat(deadline.due()).as("past Thanksgiving").isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(deadline.extended(of("illinois"), FRIDAY, OFFICES).due())
        .as("counted from the first deadline")
        .isEqualTo(LocalDate.of(2026, 12, 7));
  }

  @Test
  void illinoisGivesTwentyOneBusinessDaysForACommercialPurposeAndNoMore() {
    RequestDeadline deadline = of("illinois").deadline(FRIDAY, true, OFFICES);

    assertThat(deadline.due()).isEqualTo(LocalDate.of(2026, 12, 22));
    assertThatThrownBy(() -> deadline.extended(of("illinois"), FRIDAY, OFFICES))
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("The law doesn't allow an extension");
  }

  @Test
  void californiaCountsCalendarDays() {
    RequestDeadline deadline = of("california").deadline(FRIDAY, true, OFFICES);

    assertThat(deadline.due()).isEqualTo(FRIDAY.plusDays(10));
    assertThat(deadline.extended(of("california"), FRIDAY, OFFICES).due())
        .isEqualTo(FRIDAY.plusDays(24));
  }

  @Test
  void calendarDaysThatEndWhileOfficesAreClosedRunUntilTheNextBusinessDay() {
    LocalDate saturday = LocalDate.of(2026, 11, 28);

    assertThat(of("california").deadline(saturday.minusDays(10), false, OFFICES).due())
        .as("a Saturday")
        .isEqualTo(saturday.plusDays(2));
    assertThat(of("california").deadline(THANKSGIVING.minusDays(10), false, OFFICES).due())
        .as("a holiday")
        .isEqualTo(THANKSGIVING.plusDays(1));
  }

  @Test
  void pennsylvaniaExtendsFiveBusinessDaysByThirtyCalendarDays() {
    RequestDeadline deadline = of("pennsylvania").deadline(FRIDAY, false, OFFICES);

    assertThat(deadline.extended(of("pennsylvania"), FRIDAY, OFFICES).due())
        .isEqualTo(LocalDate.of(2026, 11, 30).plusDays(30));
  }

  @Test
  void aDeadlineIsExtendedOnceAndNotAfterItsLastDay() {
    RequestStatute illinois = of("illinois");
    RequestDeadline deadline = illinois.deadline(FRIDAY, false, OFFICES);
    RequestDeadline longer = deadline.extended(illinois, deadline.due(), OFFICES);

    assertThatThrownBy(() -> longer.extended(illinois, FRIDAY, OFFICES))
        .hasMessageContaining("already extended");
    assertThatThrownBy(() -> deadline.extended(illinois, deadline.due().plusDays(1), OFFICES))
        .hasMessageContaining("The deadline is over");
  }

  @Test
  void whatComesAfterHoursCountsAsTheLawSays() {
    LocalTime closing = CLOSES;

    assertThat(received(true).receivedOn(FRIDAY, closing.minusMinutes(1), CLOSES, OFFICES))
        .isEqualTo(FRIDAY);
    assertThat(received(true).receivedOn(FRIDAY, closing, CLOSES, OFFICES))
        .as("at closing time")
        .isEqualTo(FRIDAY.plusDays(3));
    assertThat(received(true).receivedOn(THANKSGIVING, LocalTime.NOON, CLOSES, OFFICES))
        .as("on a holiday")
        .isEqualTo(THANKSGIVING.plusDays(1));
    assertThat(received(false).receivedOn(THANKSGIVING, LocalTime.MAX, CLOSES, OFFICES))
        .as("where the law leaves it open")
        .isEqualTo(THANKSGIVING);
  }

  @Test
  void itIsTimeToRemindTwoBusinessDaysBefore() {
    RequestDeadline deadline = of("illinois").deadline(FRIDAY, false, OFFICES);

    assertThat(deadline.isSoon(LocalDate.of(2026, 11, 24), 2, OFFICES)).isFalse();
    assertThat(deadline.isSoon(LocalDate.of(2026, 11, 25), 2, OFFICES)).isTrue();
    assertThat(deadline.isSoon(deadline.due(), 2, OFFICES)).as("on the last day").isTrue();
    assertThat(deadline.isSoon(deadline.due().plusDays(1), 2, OFFICES)).as("late").isFalse();
    assertThat(deadline.isLate(deadline.due().plusDays(1))).isTrue();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 1_500).map(LocalDate.of(2026, 1, 1)::plusDays);
  }

  @Provide
  Arbitrary<Set<LocalDate>> holidays() {
    return days().set().ofMaxSize(120);
  }

  /** Counts one day after the other, as people do with a calendar. */
  private static long openBetween(LocalDate after, LocalDate until, Set<LocalDate> holidays) {
    return after
        .plusDays(1)
        .datesUntil(until.plusDays(1))
        .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY)
        .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
        .filter(day -> !holidays.contains(day))
        .count();
  }

  @Property
  void businessDaysAreCountedWithoutWeekendsAndHolidays(
      @ForAll("days") LocalDate received,
      @ForAll("holidays") Set<LocalDate> holidays,
      @ForAll @IntRange(min = 1, max = 60) int given) {
    SchoolDays offices = new SchoolDays(holidays);
    LocalDate due = new DayCount(given, true).after(received, offices);

    assertThat(offices.isOpen(due)).as("the last day is one of work").isTrue();
    assertThat(openBetween(received, due, holidays)).isEqualTo(given);
  }

  @Property
  void anExtensionNeverShortensAndCountsFromTheFirstDeadline(
      @ForAll("days") LocalDate received, @ForAll("holidays") Set<LocalDate> holidays) {
    RequestStatute illinois = ILLINOIS;
    SchoolDays offices = new SchoolDays(holidays);
    RequestDeadline first = illinois.deadline(received, false, offices);
    RequestDeadline longer = first.extended(illinois, received, offices);

    assertThat(openBetween(first.due(), longer.due(), holidays)).isEqualTo(5);
    assertThat(longer.firstDue()).isEqualTo(first.due());
  }

  @Property
  void nothingCountsAsReceivedBeforeItArrivedOrOnADayWithoutOffices(
      @ForAll("days") LocalDate day,
      @ForAll("holidays") Set<LocalDate> holidays,
      @ForAll @IntRange(min = 0, max = 1_439) int minute) {
    SchoolDays offices = new SchoolDays(holidays);
    LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
    LocalDate received = received(true).receivedOn(day, time, CLOSES, offices);

    assertThat(received).isAfterOrEqualTo(day);
    assertThat(offices.isOpen(received)).isTrue();
    assertThat(received(false).receivedOn(day, time, CLOSES, offices)).isEqualTo(day);
  }

  private static final RequestStatute ILLINOIS = of("illinois");
}
