package hallmonitor.notifier.escalation;

import hallmonitor.notifier.directory.Contacts;
import hallmonitor.notifier.directory.QuietTime;
import java.time.Instant;
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

  /** Danger never waits for quiet hours to end. */
  Instant notBefore(Urgency urgency, Instant time) {
    return urgency == Urgency.IMMEDIATE ? time : quiet.notBefore(time);
  }
}
