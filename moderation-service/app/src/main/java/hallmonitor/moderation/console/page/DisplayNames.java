package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import java.util.Map;
import java.util.stream.Collectors;

/** Display names by user name; an unknown user name stays unchanged. */
public final class DisplayNames {
  private final Map<String, String> names;

  private DisplayNames(Map<String, String> names) {
    this.names = names;
  }

  static DisplayNames of(ConsoleUsers people) {
    return new DisplayNames(
        people.all().stream()
            .collect(Collectors.toMap(ConsoleUser::userName, ConsoleUser::displayName)));
  }

  public String of(String userName) {
    return names.getOrDefault(userName, userName);
  }
}
