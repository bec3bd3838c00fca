package hallmonitor.moderation.console.request;

import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;

/**
 * A line of a request's history.
 *
 * @param actor a user name; empty for the requester
 * @param detail what was written, who was assigned, or the id of a reason
 */
public record RequestEvent(Instant at, String actor, String kind, String detail) {
  public Sentence getWords() {
    return RequestWords.event(kind);
  }

  /** Returns whether the detail is the name of a person. */
  public boolean isAboutPerson() {
    return kind.equals("assigned") && !detail.isEmpty();
  }

  /** Returns whether the detail is what a person wrote. */
  public boolean isWritten() {
    return !List.of("assigned", "extended", "searched", "answer-made", "link-made").contains(kind)
        && !detail.isEmpty();
  }
}
