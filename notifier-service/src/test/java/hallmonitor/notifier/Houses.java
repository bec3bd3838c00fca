package hallmonitor.notifier;

import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.notice.NoticeReason;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.notice.NoticeSubject;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticesFile;

/** Notice settings for tests. */
public final class Houses {
  private Houses() {}

  /** Returns the shipped settings: no quote, no author's name. */
  public static NoticeSettings plain() {
    return of(EscalationFile.read(""));
  }

  public static NoticeSettings of(EscalationRules rules) {
    return new NoticeSettings(
        "http://console/",
        rules,
        NoticesFile.read(""),
        (conversation, person) -> "http://answers/" + conversation + "/" + person);
  }

  /** Returns a first notice, for the principal. */
  public static NoticeSubject first(Escalation escalation) {
    return new NoticeSubject(escalation, escalation.id(), "principal", NoticeReason.FIRST, 0);
  }
}
