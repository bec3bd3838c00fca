package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.access.People;
import hallmonitor.moderation.console.access.Person;
import java.util.Map;
import java.util.stream.Collectors;

/** The display names of user names; a name that is not known stays as it is. */
public final class Names {
  private final Map<String, String> names;

  private Names(Map<String, String> names) {
    this.names = names;
  }

  static Names of(People people) {
    return new Names(
        people.all().stream().collect(Collectors.toMap(Person::userName, Person::displayName)));
  }

  public String of(String userName) {
    return names.getOrDefault(userName, userName);
  }
}
