package hallmonitor.notifier.directory;

import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Absence;
import hallmonitor.settings.district.District.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells who is present on a day, and who stands in for whom. */
final class Presence {
  private final District district;
  private final LocalDate day;

  Presence(District district, Instant now) {
    this.district = district;
    this.day = LocalDate.ofInstant(now, district.timeZone());
  }

  /**
   * Returns the person, or the first delegate in the chain who is present; empty if the chain ends
   * or loops without anybody.
   */
  Optional<Person> inPlaceOf(Person person) {
    Set<String> asked = new HashSet<>();
    Optional<Person> next = Optional.of(person);
    while (next.isPresent() && next.get().isAbsent(day) && asked.add(next.get().id())) {
      next = next.get().absence().flatMap(Absence::delegate).flatMap(district::person);
    }
    return next.filter(found -> !found.isAbsent(day));
  }
}
