package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Events of an escalation after it was raised. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EscalationEvent.EvidenceSealed.class, name = "EvidenceSealed"),
  @JsonSubTypes.Type(value = EscalationEvent.NoticeSent.class, name = "NoticeSent"),
  @JsonSubTypes.Type(value = EscalationEvent.NoticeFailed.class, name = "NoticeFailed"),
  @JsonSubTypes.Type(value = EscalationEvent.MessageReported.class, name = "MessageReported"),
  @JsonSubTypes.Type(value = EscalationEvent.Acknowledged.class, name = "Acknowledged"),
  @JsonSubTypes.Type(
      value = EscalationEvent.AcknowledgmentExpired.class,
      name = "AcknowledgmentExpired"),
  @JsonSubTypes.Type(value = EscalationEvent.Reminded.class, name = "Reminded"),
  @JsonSubTypes.Type(value = EscalationEvent.PassedOn.class, name = "PassedOn"),
  @JsonSubTypes.Type(value = EscalationEvent.HandedOver.class, name = "HandedOver"),
  @JsonSubTypes.Type(value = EscalationEvent.Undelivered.class, name = "Undelivered"),
  @JsonSubTypes.Type(value = EscalationEvent.ClockStarted.class, name = "ClockStarted"),
  @JsonSubTypes.Type(value = EscalationEvent.ClockStopped.class, name = "ClockStopped"),
  @JsonSubTypes.Type(value = EscalationEvent.WordsRead.class, name = "WordsRead"),
  @JsonSubTypes.Type(value = EscalationEvent.PictureKept.class, name = "PictureKept"),
  @JsonSubTypes.Type(value = EscalationEvent.PictureSeen.class, name = "PictureSeen"),
  @JsonSubTypes.Type(value = EscalationEvent.ActionAsked.class, name = "ActionAsked"),
  @JsonSubTypes.Type(value = EscalationEvent.Closed.class, name = "Closed")
})
public sealed interface EscalationEvent {
  UUID escalationId();

  UUID caseId();

  Instant at();

  /** Returns the Kafka key. */
  default String key() {
    return caseId().toString();
  }

  /**
   * The capture is in the ledger. A hide that waited for it may go ahead.
   *
   * @param escalationId the escalation, or the id of the event that asked for the capture
   * @param sequence the record's number in the ledger
   * @param hash SHA-256 of the sealed record, lower-case hex
   */
  record EvidenceSealed(UUID escalationId, UUID caseId, long sequence, String hash, Instant at)
      implements EscalationEvent {}

  /**
   * The mail server accepted the notice.
   *
   * @param noticeId unique for each notice and recipient
   * @param person the recipient's id in district.yaml
   * @param note one sentence with anything else to know, such as that an earlier copy may have
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

    /** Creates an event without a note. */
    public NoticeSent(
        UUID escalationId, UUID caseId, UUID noticeId, String person, String role, Instant at) {
      this(escalationId, caseId, noticeId, person, role, at, Optional.empty());
    }
  }

  /**
   * A notice could not be sent.
   *
   * @param person the recipient's id, empty if no one holds the role
   * @param willRetry whether the service keeps trying
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

  /** What takes messages beside the mail. */
  enum MessageWay {
    TEXT,
    CALL,
    PAGERDUTY,
    TEAMS,
    SLACK,
    /** No gateway: the roster, which names no one who can be told. */
    ROSTER
  }

  /** What a message says of the escalation. */
  enum MessageAct {
    /** Someone must act. */
    TELL,
    /** Someone has it. */
    TAKE,
    /** It is over. */
    END
  }

  /** What became of a message. */
  enum MessageOutcome {
    /** The gateway has taken it. */
    TAKEN,
    /** It has reached its phone. */
    ARRIVED,
    /** The gateway did not take it; the service keeps trying. */
    RETRYING,
    /** It was not delivered, and the service no longer tries. */
    FAILED
  }

  /**
   * What became of a message beside the mail: to a phone, or to a tool that several people read.
   *
   * @param messageId unique for each message
   * @param gateway id of the gateway, or of the roster, in escalation.yaml
   * @param person the recipient's id in district.yaml; absent where several people read
   * @param role for which the person is told; absent as the person
   * @param note one sentence with anything else to know; absent if there is nothing
   */
  record MessageReported(
      UUID escalationId,
      UUID caseId,
      UUID messageId,
      String gateway,
      MessageWay way,
      MessageAct act,
      MessageOutcome outcome,
      Optional<String> person,
      Optional<String> role,
      Optional<String> note,
      Instant at)
      implements EscalationEvent {
    public MessageReported {
      Objects.requireNonNull(messageId, "messageId");
      Objects.requireNonNull(gateway, "gateway");
      Objects.requireNonNull(way, "way");
      Objects.requireNonNull(act, "act");
      Objects.requireNonNull(outcome, "outcome");
      person = person == null ? Optional.empty() : person;
      role = role == null ? Optional.empty() : role;
      note = note == null ? Optional.empty() : note;
    }
  }

  /**
   * A person took charge, or said what the next step is.
   *
   * @param person id in district.yaml, or the user name of the person who answered in the console
   * @param until when the escalation asks again, unless an outcome or another next step is given
   *     earlier; absent if never, and in events of older writers
   * @param nextStep in the person's words; absent if none was given
   */
  record Acknowledged(
      UUID escalationId,
      UUID caseId,
      String person,
      Instant at,
      Optional<Instant> until,
      Optional<String> nextStep)
      implements EscalationEvent {
    public Acknowledged {
      until = until == null ? Optional.empty() : until;
      nextStep = nextStep == null ? Optional.empty() : nextStep;
    }

    /** Creates an event of an acknowledgment that never runs out. */
    public Acknowledged(UUID escalationId, UUID caseId, String person, Instant at) {
      this(escalationId, caseId, person, at, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The time of an acknowledgment is over without an outcome or a next step; the escalation asks
   * again.
   *
   * @param person who had acknowledged
   * @param to who is asked now, separated by commas; may be empty
   */
  record AcknowledgmentExpired(UUID escalationId, UUID caseId, String person, String to, Instant at)
      implements EscalationEvent {}

  /** No one answered in time; the person is notified again. */
  record Reminded(UUID escalationId, UUID caseId, String person, Instant at)
      implements EscalationEvent {}

  /** No one answered in time; the next in the chain is notified. */
  record PassedOn(UUID escalationId, UUID caseId, String from, String to, Instant at)
      implements EscalationEvent {}

  /** A person handed it over to another. */
  record HandedOver(UUID escalationId, UUID caseId, String from, String to, String note, Instant at)
      implements EscalationEvent {}

  /**
   * No notice of this escalation can be delivered to anyone. This alarm stays until someone
   * answers.
   *
   * @param message one sentence that says what is wrong and what to do
   */
  record Undelivered(UUID escalationId, UUID caseId, String message, Instant at)
      implements EscalationEvent {}

  /** What a clock measures. */
  enum ClockKind {
    /** Someone must answer the escalation. */
    ACKNOWLEDGE,
    /** Law or policy requires an act by a time. */
    DUTY
  }

  /**
   * A clock started or was moved; the latest event of a {@code clockId} applies.
   *
   * @param title what must be done, in a few words
   * @param wording what must be done, in the words of the district's file; may be empty
   * @param source statute or rule behind it, such as {@code 325 ILCS 5/7}; may be empty
   * @param person who must do it: a user name or an id in district.yaml; absent for the building's
   *     administration
   * @param fields what to fill in, such as {@code called-at}; empty if a click is enough
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
   * A clock stopped.
   *
   * @param by who stopped it: a user name or an id in district.yaml
   */
  record ClockStopped(UUID escalationId, UUID caseId, UUID clockId, String by, Instant at)
      implements EscalationEvent {}

  /**
   * The escalation is closed.
   *
   * @param outcome in the words of the person who closed it
   * @param falseAlarm whether there was nothing to act on
   */
  record Closed(
      UUID escalationId, UUID caseId, String person, String outcome, boolean falseAlarm, Instant at)
      implements EscalationEvent {}

  /**
   * A person opened the comment's words on the answer page. From then on the person knows them.
   *
   * @param lookId unique for each view
   * @param person id in district.yaml
   */
  record WordsRead(UUID escalationId, UUID caseId, UUID lookId, String person, Instant at)
      implements EscalationEvent {
    public WordsRead {
      Objects.requireNonNull(lookId, "lookId");
    }
  }

  /**
   * Evidence keeps a picture of the comment, so that the console shows the same bytes and does not
   * contact its host.
   *
   * @param escalationId the escalation, or the id of the event that asked for the capture
   * @param url as in the comment's attachments
   * @param content its bytes in Base64 (RFC 4648); at most {@value #LARGEST} bytes, so that the
   *     event fits into one record
   */
  record PictureKept(UUID escalationId, UUID caseId, String url, String content, Instant at)
      implements EscalationEvent {
    public static final int LARGEST = 4 << 20;

    public PictureKept {
      Objects.requireNonNull(url, "url");
      Base64.getDecoder().decode(content);
    }

    public static PictureKept of(
        UUID escalationId, UUID caseId, String url, byte[] content, Instant at) {
      return new PictureKept(
          escalationId, caseId, url, Base64.getEncoder().encodeToString(content), at);
    }

    public byte[] bytes() {
      return Base64.getDecoder().decode(content);
    }
  }

  /**
   * A person opened a picture of the comment on the answer page, after its words.
   *
   * @param lookId unique for each view
   * @param person id in district.yaml
   */
  record PictureSeen(UUID escalationId, UUID caseId, UUID lookId, String person, Instant at)
      implements EscalationEvent {
    public PictureSeen {
      Objects.requireNonNull(lookId, "lookId");
    }
  }

  /**
   * A person asked on the answer page to hide the comment, or to show it again. It is decided and
   * ordered like the same person's decision in the console, once per {@code askId}; the escalation
   * stays unanswered.
   *
   * @param person id in district.yaml
   * @param action {@link PlatformAction#HIDE} or {@link PlatformAction#RESTORE}
   */
  record ActionAsked(
      UUID escalationId, UUID caseId, UUID askId, String person, PlatformAction action, Instant at)
      implements EscalationEvent {
    public ActionAsked {
      Objects.requireNonNull(askId, "askId");
      if (action != PlatformAction.HIDE && action != PlatformAction.RESTORE) {
        throw new IllegalArgumentException("nobody asks for " + action + " on the answer page");
      }
    }
  }
}
