package hallmonitor.moderation.console.page;

import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District.Person;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of people as others know them, read once per page; labels look them up. */
@RequestScoped
@Unremovable
public class DisplayNames {
  private final ConsoleUsers people;
  private final LiveRules rules;
  private @Nullable Map<String, String> names;

  DisplayNames(ConsoleUsers people, LiveRules rules) {
    this.people = people;
    this.rules = rules;
  }

  /**
   * Returns a person's name; the given text if no one is known by it.
   *
   * @param person a user name, or an id in the district's file
   */
  public String of(String person) {
    if (names == null) {
      names = read();
    }
    return names.getOrDefault(person, person);
  }

  private Map<String, String> read() {
    Map<String, String> all = new HashMap<>();
    for (Person person : rules.district().current().value().people()) {
      all.put(person.id(), person.name());
    }
    for (ConsoleUser user : people.all()) {
      all.put(user.userName(), user.displayName());
    }
    return all;
  }
}
