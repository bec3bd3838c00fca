package hallmonitor.notifier.directory;

import hallmonitor.settings.district.District.Person;
import java.util.Objects;

/**
 * A person who is notified, and the reason.
 *
 * @param role the person's role here, as written in district.yaml
 */
public record NoticeRecipient(Person person, String role) {
  public NoticeRecipient {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(role, "role");
  }
}
