package hallmonitor.notifier.escalation;

import hallmonitor.notifier.directory.Contacts;
import hallmonitor.notifier.directory.QuietTime;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.Category;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.escalation.Pace;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the district's files say at the moment, as far as one escalation is concerned. A step is
 * taken by the terms of its time, so that a corrected file takes effect at the next step.
 */
public record Terms(Contacts contacts, Pace pace, QuietTime quiet) {
  public Terms {
    Objects.requireNonNull(contacts, "contacts");
    Objects.requireNonNull(pace, "pace");
    Objects.requireNonNull(quiet, "quiet");
  }

  /**
   * @param roles that the policy names
   */
  public static Terms of(
      EscalationRules rules,
      District district,
      String building,
      String account,
      String category,
      Urgency urgency,
      List<String> roles,
      Instant now) {
    Category by = rules.category(category, urgency == Urgency.IMMEDIATE);
    Contacts contacts = Contacts.of(district, building, account, by.steps(roles), by.last(), now);
    return new Terms(
        contacts, by.pace(), new QuietTime(district.quietHours(), district.timeZone()));
  }

  /** Danger never waits for quiet hours to end. */
  Instant notBefore(Urgency urgency, Instant time) {
    return urgency == Urgency.IMMEDIATE ? time : quiet.notBefore(time);
  }
}
