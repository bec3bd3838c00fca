package hallmonitor.contract.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What became of an {@link ActionOrdered}. */
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

  /** The Kafka key. */
  default String key() {
    return comment().key();
  }

  /**
   * The platform is in the state that was ordered.
   *
   * @param applied false when it was so already
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
   * @param why what kept it from being done
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
    /** The platform cannot do this at all. */
    NOT_SUPPORTED,
    /** The platform said no; trying again changes nothing. */
    REFUSED,
    /** The comment no longer exists there. */
    GONE,
    /** Not reachable, throttled or signed out: still being tried. */
    RETRYING
  }
}
