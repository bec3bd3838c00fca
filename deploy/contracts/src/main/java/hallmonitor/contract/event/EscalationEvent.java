package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  @JsonSubTypes.Type(value = EscalationEvent.HandedOver.class, name = "HandedOver"),
  @JsonSubTypes.Type(value = EscalationEvent.Undelivered.class, name = "Undelivered"),
  @JsonSubTypes.Type(value = EscalationEvent.ClockStarted.class, name = "ClockStarted"),
  @JsonSubTypes.Type(value = EscalationEvent.ClockStopped.class, name = "ClockStopped"),
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
   * What was captured stands in the ledger. A hide that waited for it may go ahead.
   *
   * @param escalationId of the escalation, or the id of the event that asked for the capture
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
   * @param note what else must be known, as one sentence, such as that an earlier copy may have
   *     arrived too
   */
  record NoticeSent(
      UUID escalationId,
      UUID caseId,
      UUID noticeId,
      String person,
      String role,
      Instant at,
      Optional<String> note)
      implements EscalationEvent {
    public NoticeSent {
      note = note == null ? Optional.empty() : note;
    }

    /** One of which there is nothing else to know. */
    public NoticeSent(
        UUID escalationId, UUID caseId, UUID noticeId, String person, String role, Instant at) {
      this(escalationId, caseId, noticeId, person, role, at, Optional.empty());
    }
  }

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

  /**
   * @param person id in district.yaml, or the user name of whoever answered in the console
   */
  record Acknowledged(UUID escalationId, UUID caseId, String person, Instant at)
      implements EscalationEvent {}

  /** Nobody answered in time; the person is told once more. */
  record Reminded(UUID escalationId, UUID caseId, String person, Instant at)
      implements EscalationEvent {}

  /** Nobody answered in time; the next in the chain is told. */
  record PassedOn(UUID escalationId, UUID caseId, String from, String to, Instant at)
      implements EscalationEvent {}

  /** A person gave it to another one. */
  record HandedOver(UUID escalationId, UUID caseId, String from, String to, String note, Instant at)
      implements EscalationEvent {}

  /**
   * No notice of this escalation can be delivered to anybody: an alarm that stands until somebody
   * answers.
   *
   * @param message one sentence that says what is wrong and what to do
   */
  record Undelivered(UUID escalationId, UUID caseId, String message, Instant at)
      implements EscalationEvent {}

  /** What a clock is about. */
  enum ClockKind {
    /** Somebody must answer the escalation. */
    ACKNOWLEDGE,
    /** Law or policy asks something of somebody by a time. */
    DUTY
  }

  /**
   * A clock runs, or runs to another time: the newest event of a {@code clockId} holds.
   *
   * @param title what must be done, in a few words
   * @param wording what must be done, as the district's file says it; may be empty
   * @param source statute or rule behind it, such as {@code 325 ILCS 5/7}; may be empty
   * @param person who must do it: a user name or an id in district.yaml; absent for the building's
   *     administration
   * @param fields what to fill in, such as {@code called-at}; empty when a click is enough
   * @param at when it started
   */
  record ClockStarted(
      UUID escalationId,
      UUID caseId,
      UUID clockId,
      ClockKind kind,
      String title,
      String wording,
      String source,
      Optional<String> person,
      List<String> fields,
      Instant dueAt,
      Instant at)
      implements EscalationEvent {
    public ClockStarted {
      Objects.requireNonNull(clockId, "clockId");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(dueAt, "dueAt");
      person = person == null ? Optional.empty() : person;
      fields = fields == null ? List.of() : List.copyOf(fields);
      wording = wording == null ? "" : wording;
      source = source == null ? "" : source;
    }
  }

  /**
   * @param by whose act stopped it: a user name or an id in district.yaml
   */
  record ClockStopped(UUID escalationId, UUID caseId, UUID clockId, String by, Instant at)
      implements EscalationEvent {}

  /**
   * @param outcome in the words of the person who closed it
   * @param falseAlarm whether there was nothing to act on
   */
  record Closed(
      UUID escalationId, UUID caseId, String person, String outcome, boolean falseAlarm, Instant at)
      implements EscalationEvent {}
}
