package hallmonitor.notifier.notice;

import hallmonitor.settings.district.District;
import java.util.Map;
import java.util.Objects;

/**
 * The names of people as others know them: mails never show user names.
 *
 * @param district the district's file, which gives the names of people by id
 * @param console names of the people who sign in to the console, by user name
 */
public record PersonNames(District district, Map<String, String> console) {
  public PersonNames {
    Objects.requireNonNull(district, "district");
    console = Map.copyOf(console);
  }

  /** Creates the names of the people in district.yaml, and no others. */
  public static PersonNames of(District district) {
    return new PersonNames(district, Map.of());
  }

  /** Returns a person's name; the given text if no one is known by it. */
  public String of(String person) {
    return district
        .person(person)
        .map(District.Person::name)
        .orElseGet(() -> console.getOrDefault(person, person));
  }
}
