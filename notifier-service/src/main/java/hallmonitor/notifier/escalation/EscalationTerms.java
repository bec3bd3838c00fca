package hallmonitor.notifier.escalation;

import hallmonitor.notifier.directory.Contacts;
import hallmonitor.notifier.directory.OnCall;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.QuietTime;
import hallmonitor.settings.escalation.EscalationCategory;
import hallmonitor.settings.escalation.EscalationPace;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The current settings for one escalation. Each step uses the terms of its time, so that a
 * corrected file takes effect at the next step.
 */
public record EscalationTerms(Contacts contacts, EscalationPace pace, QuietTime quiet) {
  public EscalationTerms {
    Objects.requireNonNull(contacts, "contacts");
    Objects.requireNonNull(pace, "pace");
    Objects.requireNonNull(quiet, "quiet");
  }

  /**
   * Builds the terms.
   *
   * @param roles that the policy names
   */
  public static EscalationTerms of(
      EscalationRules rules,
      District district,
      String building,
      String account,
      String category,
      Urgency urgency,
      List<String> roles,
      Instant now) {
    EscalationCategory by = rules.category(category, urgency == Urgency.IMMEDIATE);
    OnCall onCall =
        urgency == Urgency.IMMEDIATE ? OnCall.of(rules, district, building, now) : OnCall.NOBODY;
    Contacts contacts =
        Contacts.of(district, building, account, by.steps(roles), by.last(), onCall, now);
    return new EscalationTerms(
        contacts, by.pace(), new QuietTime(district.quietHours(), district.timeZone()));
  }

  /** Builds the terms of an escalation, or of all that joined one. */
  public static EscalationTerms of(
      EscalationRules rules, District district, EscalationSubject of, Instant now) {
    return of(
        rules, district, of.building(), of.account(), of.category(), of.urgency(), of.roles(), now);
  }

  /** Returns when an acknowledgment of now runs out; empty if never. A digest asks for nothing. */
  Optional<Instant> acknowledgedUntil(Urgency urgency, Instant now) {
    return urgency == Urgency.DIGEST
        ? Optional.empty()
        : pace.acknowledgedFor().map(time -> notBefore(urgency, now.plus(time)));
  }

  /** Danger never waits for quiet hours to end. */
  Instant notBefore(Urgency urgency, Instant time) {
    return urgency == Urgency.IMMEDIATE ? time : quiet.notBefore(time);
  }
}
