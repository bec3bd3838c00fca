package hallmonitor.settings.escalation;

import hallmonitor.settings.yaml.YamlMapping;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code messages.rosters} of escalation.yaml. */
final class RostersReader {
  private static final int MOST_HOLES_NAMED = 3;

  private final Set<String> ids = new HashSet<>();
  private final Set<String> buildings = new HashSet<>();

  Roster read(YamlMapping m) {
    m.allow("id", "buildings", "otherwise", "shifts");
    String id = m.text("id");
    if (!id.isEmpty() && !ids.add(id)) {
      m.problem("id", "'" + id + "' is used twice");
    }
    List<String> where = m.texts("buildings");
    boolean taken =
        where.isEmpty()
            ? !buildings.isEmpty()
            : buildings.contains("") || where.stream().anyMatch(buildings::contains);
    if (taken) {
      m.problem("buildings", "each building has one roster, and one without buildings is for all");
    }
    buildings.addAll(where.isEmpty() ? List.of("") : where);
    List<Shift> shifts = m.list("shifts", RostersReader::shift);
    boolean chain = "chain".equals(m.text("otherwise", ""));
    if (m.has("otherwise") && !chain) {
      m.problem("otherwise", "write 'otherwise: chain' to leave the other times to the chain");
    }
    List<String> holes = RosterHoles.of(shifts);
    if (!chain && !holes.isEmpty()) {
      m.problem(
          "shifts",
          "nobody is on call "
              + String.join(", ", holes.subList(0, Math.min(holes.size(), MOST_HOLES_NAMED)))
              + (holes.size() > MOST_HOLES_NAMED ? " and at other times" : "")
              + "; add shifts, or write 'otherwise: chain' to leave these times to the chain");
    }
    return new Roster(id, Set.copyOf(where), shifts);
  }

  private static Shift shift(YamlMapping m) {
    m.allow("days", "dates", "from", "until", "people");
    List<String> days =
        m.texts(
            "days",
            text ->
                text.equals("holidays") || day(text).isPresent()
                    ? Optional.empty()
                    : Optional.of("'" + text + "' is not a day such as saturday, or holidays"));
    boolean onHolidays = days.contains("holidays");
    if (onHolidays && days.size() > 1) {
      m.problem("days", "a shift is for holidays or for days of the week; write two shifts");
    }
    Set<DayOfWeek> ofWeek =
        days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.noneOf(DayOfWeek.class);
    days.forEach(text -> day(text).ifPresent(ofWeek::add));
    List<String> people = m.texts("people");
    if (people.isEmpty()) {
      m.problem("people", "name at least one person of district.yaml");
    }
    return new Shift(
        ofWeek,
        onHolidays,
        m.mapping("dates").map(RostersReader::dates),
        time(m, "from"),
        time(m, "until"),
        people);
  }

  private static Shift.Dates dates(YamlMapping m) {
    m.allow("from", "until");
    m.text("from");
    m.text("until");
    LocalDate from = m.value("from", LocalDate.MIN, "a date such as 2026-12-19", LocalDate::parse);
    LocalDate until =
        m.value("until", LocalDate.MAX, "a date such as 2027-01-03", LocalDate::parse);
    if (until.isBefore(from)) {
      m.problem("until", "'until' is before 'from'");
    }
    return new Shift.Dates(from, until);
  }

  private static LocalTime time(YamlMapping m, String key) {
    m.text(key);
    return m.value(key, LocalTime.MIDNIGHT, "a time such as \"17:00\"", LocalTime::parse);
  }

  private static Optional<DayOfWeek> day(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
