package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The result of an {@link ActionOrdered}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ActionResult.ActionTaken.class, name = "ActionTaken"),
  @JsonSubTypes.Type(value = ActionResult.ActionFailed.class, name = "ActionFailed")
})
public sealed interface ActionResult {
  UUID actionId();

  UUID caseId();

  CommentRef comment();

  PlatformAction action();

  Instant at();

  /** Returns the Kafka key. */
  default String key() {
    return comment().key();
  }

  /**
   * The platform is in the ordered state.
   *
   * @param applied false if it was already
   * @param observed the platform's own word for the state, such as {@code hold}
   */
  record ActionTaken(
      UUID actionId,
      UUID caseId,
      CommentRef comment,
      PlatformAction action,
      boolean applied,
      String observed,
      Instant at)
      implements ActionResult {
    public ActionTaken {
      Objects.requireNonNull(actionId, "actionId");
      Objects.requireNonNull(caseId, "caseId");
      Objects.requireNonNull(comment, "comment");
      Objects.requireNonNull(action, "action");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * The order failed or is delayed.
   *
   * @param why the kind of failure
   * @param message one sentence that says what to do
   */
  record ActionFailed(
      UUID actionId,
      UUID caseId,
      CommentRef comment,
      PlatformAction action,
      Why why,
      String message,
      Instant at)
      implements ActionResult {
    public ActionFailed {
      Objects.requireNonNull(actionId, "actionId");
      Objects.requireNonNull(caseId, "caseId");
      Objects.requireNonNull(comment, "comment");
      Objects.requireNonNull(action, "action");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(at, "at");
    }
  }

  enum Why {
    /** The platform does not support this action. */
    NOT_SUPPORTED,
    /** The platform refused; a retry changes nothing. */
    REFUSED,
    /** The comment no longer exists there. */
    GONE,
    /** Unreachable, throttled or signed out: the service keeps trying. */
    RETRYING
  }
}
