package hallmonitor.notifier;

import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.notice.House;
import hallmonitor.notifier.notice.Reason;
import hallmonitor.notifier.notice.Subject;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticesFile;

/** How notices are written in tests. */
public final class Houses {
  private Houses() {}

  /** As shipped: no quote, no author's name. */
  public static House plain() {
    return of(EscalationFile.read(""));
  }

  public static House of(EscalationRules rules) {
    return new House(
        "http://console/",
        rules,
        NoticesFile.read(""),
        (conversation, person) -> "http://answers/" + conversation + "/" + person);
  }

  /** A first notice, for the principal. */
  public static Subject first(Escalation escalation) {
    return new Subject(escalation, escalation.id(), "principal", Reason.FIRST, 0);
  }
}
