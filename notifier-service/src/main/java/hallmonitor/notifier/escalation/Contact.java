package hallmonitor.notifier.escalation;

import hallmonitor.notifier.directory.NoticeRecipient;
import java.util.Objects;

/**
 * A person as an escalation stores them.
 *
 * @param person id in district.yaml
 * @param role for which the person is notified
 */
public record Contact(String person, String role) {
  public Contact {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(role, "role");
  }

  static Contact of(NoticeRecipient recipient) {
    return new Contact(recipient.person().id(), recipient.role());
  }
}
