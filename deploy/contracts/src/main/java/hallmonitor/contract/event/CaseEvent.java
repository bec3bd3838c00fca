package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Events of a case with evidence, and people's answers to its escalation. Published at least once;
 * {@code eventId} is unique, and a repeated event changes nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CaseEvent.CaptureAsked.class, name = "CaptureAsked"),
  @JsonSubTypes.Type(value = CaseEvent.CaseChanged.class, name = "CaseChanged"),
  @JsonSubTypes.Type(value = CaseEvent.CaseViewed.class, name = "CaseViewed"),
  @JsonSubTypes.Type(value = CaseEvent.CaseAnswered.class, name = "CaseAnswered"),
  @JsonSubTypes.Type(value = CaseEvent.DutyDone.class, name = "DutyDone")
})
public sealed interface CaseEvent {
  UUID eventId();

  UUID caseId();

  Instant at();

  /** Returns the Kafka key. */
  default String key() {
    return caseId().toString();
  }

  /**
   * A person asked for evidence of a case that was not escalated, or for new evidence of one that
   * was. It is sealed, and no one is notified.
   *
   * @param by the person's user name
   * @param reason in the person's words
   */
  record CaptureAsked(
      UUID eventId,
      UUID caseId,
      String category,
      String building,
      Capture capture,
      String by,
      String reason,
      Instant at)
      implements CaseEvent {
    public CaptureAsked {
      Objects.requireNonNull(capture, "capture");
    }
  }

  /**
   * An entry of the case's history: hidden, restored, edited by its author, deleted on the
   * platform, decided, or hidden before its evidence was sealed.
   *
   * @param kind kind of the history entry, such as {@code hidden}
   * @param actor {@code policy}, {@code ingest}, or a user name
   * @param detail one sentence, or empty
   * @param seen the new revision, if the author edited or deleted the comment
   * @param decision the person's decision that this entry belongs to, the same for all of its
   *     entries; absent if there is none, and in events of older writers
   * @param actorName the person's name as shown to people; absent if the actor is not a person of
   *     the console, and in events of older writers
   */
  record CaseChanged(
      UUID eventId,
      UUID caseId,
      String kind,
      String actor,
      String detail,
      Optional<CommentSeen> seen,
      Instant at,
      Optional<UUID> decision,
      Optional<String> actorName)
      implements CaseEvent {
    public CaseChanged {
      seen = seen == null ? Optional.empty() : seen;
      detail = detail == null ? "" : detail;
      decision = decision == null ? Optional.empty() : decision;
      actorName = actorName == null ? Optional.empty() : actorName;
    }

    /** Creates an entry that belongs to no decision and to no person of the console. */
    public CaseChanged(
        UUID eventId,
        UUID caseId,
        String kind,
        String actor,
        String detail,
        Optional<CommentSeen> seen,
        Instant at) {
      this(eventId, caseId, kind, actor, detail, seen, at, Optional.empty(), Optional.empty());
    }
  }

  /**
   * A person opened the case in the console for the first time. From then on the person knows its
   * contents, and legal duties that depend on knowledge begin.
   *
   * @param user the user name
   * @param name as shown to people
   */
  record CaseViewed(UUID eventId, UUID caseId, String user, String name, Instant at)
      implements CaseEvent {}

  /** A person's answer to an escalation. */
  enum Answer {
    /** "I have it." Stops reminders; {@code note} gives the next step, if there is one. */
    ACKNOWLEDGE,
    /** Someone else, by name, has it. Their acknowledgment clock starts again. */
    HAND_OVER,
    /** Done; {@code note} gives the outcome. */
    RESOLVE,
    /** There was nothing to act on. Counts in the quality figures. */
    FALSE_ALARM
  }

  /**
   * A person answered the case's escalation in the console.
   *
   * @param user the user name
   * @param name as shown to people
   * @param to for HAND_OVER, the id in district.yaml of the person who takes over
   * @param note in the person's words; required for RESOLVE
   * @param answerable whether the console says that the person is responsible for the building or
   *     was asked; absent in events of older writers, which let everyone answer
   */
  record CaseAnswered(
      UUID eventId,
      UUID caseId,
      String user,
      String name,
      Answer answer,
      Optional<String> to,
      String note,
      Instant at,
      Optional<Boolean> answerable)
      implements CaseEvent {
    public CaseAnswered {
      Objects.requireNonNull(answer, "answer");
      to = to == null ? Optional.empty() : to;
      note = note == null ? "" : note;
      answerable = answerable == null ? Optional.empty() : answerable;
    }

    /** Creates an answer as older writers did. */
    public CaseAnswered(
        UUID eventId,
        UUID caseId,
        String user,
        String name,
        Answer answer,
        Optional<String> to,
        String note,
        Instant at) {
      this(eventId, caseId, user, name, answer, to, note, at, Optional.empty());
    }
  }

  /**
   * A person did what a duty asks, or a part of it.
   *
   * @param clockId the duty's clock, see {@link EscalationEvent.ClockStarted}
   * @param fields the filled-in fields of the duty, such as {@code called-at}
   * @param done whether the duty is fulfilled and its clock stops
   */
  record DutyDone(
      UUID eventId,
      UUID caseId,
      UUID clockId,
      String user,
      Map<String, String> fields,
      boolean done,
      Instant at)
      implements CaseEvent {
    public DutyDone {
      Objects.requireNonNull(clockId, "clockId");
      fields = fields == null ? Map.of() : Map.copyOf(fields);
    }
  }
}
