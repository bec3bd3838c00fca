package hallmonitor.notifier.evidence;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something to be sealed.
 *
 * @param id unique; a repeated entry changes nothing. For a capture it is the escalation's id, or
 *     the id of the event that asked for it
 * @param kind {@link #CAPTURE}, or what happened, such as {@code notice-sent}
 * @param content a record that {@link hallmonitor.contract.event.EventJson} writes
 * @param at when it happened, by the observer's clock
 */
public record EvidenceEntry(UUID id, UUID caseId, String kind, Object content, Instant at) {
  /** A comment with everything known about it; its sealing is published. */
  public static final String CAPTURE = "capture";

  public EvidenceEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(at, "at");
  }
}
