package hallmonitor.settings.escalation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hours in which the same people are on call.
 *
 * @param days on which it begins
 * @param onHolidays whether it begins on the district's holidays only, whatever day these are
 * @param dates within which it begins; absent for always
 * @param until on the next day if it is not after {@code from}
 * @param people ids in district.yaml, at least one
 */
public record Shift(
    Set<DayOfWeek> days,
    boolean onHolidays,
    Optional<Dates> dates,
    LocalTime from,
    LocalTime until,
    List<String> people) {
  /** Both days belong to it. */
  public record Dates(LocalDate from, LocalDate until) {
    boolean hold(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  public Shift {
    days = Set.copyOf(days);
    people = List.copyOf(people);
  }

  boolean covers(LocalDateTime time, Set<LocalDate> holidays) {
    LocalDate today = time.toLocalDate();
    return covers(time, today, holidays) || covers(time, today.minusDays(1), holidays);
  }

  /** Returns whether it comes back every week. */
  boolean isWeekly() {
    return !onHolidays && dates.isEmpty();
  }

  /** Returns its length in minutes, a day at most. */
  int minutes() {
    int minutes = (until.toSecondOfDay() - from.toSecondOfDay()) / 60;
    return minutes > 0 ? minutes : minutes + 24 * 60;
  }

  private boolean covers(LocalDateTime time, LocalDate begin, Set<LocalDate> holidays) {
    LocalDateTime start = begin.atTime(from);
    return begins(begin, holidays)
        && !time.isBefore(start)
        && time.isBefore(start.plusMinutes(minutes()));
  }

  private boolean begins(LocalDate day, Set<LocalDate> holidays) {
    boolean fits = onHolidays ? holidays.contains(day) : days.contains(day.getDayOfWeek());
    return fits && dates.map(range -> range.hold(day)).orElse(true);
  }
}
