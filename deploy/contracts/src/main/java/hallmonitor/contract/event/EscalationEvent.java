package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/** What happens to an escalation after it was raised. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EscalationEvent.EvidenceSealed.class, name = "EvidenceSealed"),
  @JsonSubTypes.Type(value = EscalationEvent.NoticeSent.class, name = "NoticeSent"),
  @JsonSubTypes.Type(value = EscalationEvent.NoticeFailed.class, name = "NoticeFailed"),
  @JsonSubTypes.Type(value = EscalationEvent.Acknowledged.class, name = "Acknowledged"),
  @JsonSubTypes.Type(value = EscalationEvent.Reminded.class, name = "Reminded"),
  @JsonSubTypes.Type(value = EscalationEvent.PassedOn.class, name = "PassedOn"),
  @JsonSubTypes.Type(value = EscalationEvent.Closed.class, name = "Closed")
})
public sealed interface EscalationEvent {
  UUID escalationId();

  UUID caseId();

  Instant at();

  /** The Kafka key. */
  default String key() {
    return caseId().toString();
  }

  /**
   * @param sequence the record's place in the ledger
   * @param hash SHA-256 of the sealed record, lower-case hex
   */
  record EvidenceSealed(UUID escalationId, UUID caseId, long sequence, String hash, Instant at)
      implements EscalationEvent {}

  /**
   * The mail server accepted the notice.
   *
   * @param noticeId unique for each notice and recipient
   * @param person the recipient's id in district.yaml
   */
  record NoticeSent(
      UUID escalationId, UUID caseId, UUID noticeId, String person, String role, Instant at)
      implements EscalationEvent {}

  /**
   * @param person the recipient's id, empty when nobody holds the role
   * @param willRetry whether it is still being tried
   * @param message one sentence that says what went wrong and what to do
   */
  record NoticeFailed(
      UUID escalationId,
      UUID caseId,
      UUID noticeId,
      String person,
      String role,
      boolean willRetry,
      String message,
      Instant at)
      implements EscalationEvent {}

  record Acknowledged(UUID escalationId, UUID caseId, String person, Instant at)
      implements EscalationEvent {}

  record Reminded(UUID escalationId, UUID caseId, String person, Instant at)
      implements EscalationEvent {}

  record PassedOn(UUID escalationId, UUID caseId, String from, String to, Instant at)
      implements EscalationEvent {}

  record Closed(UUID escalationId, UUID caseId, String person, String outcome, Instant at)
      implements EscalationEvent {}
}
