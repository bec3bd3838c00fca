package hallmonitor.settings.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How escalations of one category are handled.
 *
 * @param oneAfterTheOther whether the policy's roles are notified in sequence instead of all at the
 *     same time
 * @param then roles that are notified next, in this order
 * @param last roles that are notified if the others did not answer
 * @param foldWithin comments no further apart than this are one escalation; zero for none, except
 *     those of one case
 * @param foldBy what such comments must have in common
 */
public record EscalationCategory(
    EscalationPace pace,
    boolean oneAfterTheOther,
    List<String> then,
    List<String> last,
    Duration foldWithin,
    Set<Likeness> foldBy) {
  /** What comments of one category and building may have in common. */
  public enum Likeness {
    /** The same post. */
    POST,
    /** The same author according to the platform; guests do not count. */
    AUTHOR,
    /** The same normalized words, in pictures, too, with the same known pictures. */
    TEXT
  }

  public EscalationCategory {
    Objects.requireNonNull(pace, "pace");
    then = List.copyOf(then);
    last = List.copyOf(last);
    foldBy = Set.copyOf(foldBy);
  }

  /** Returns the steps of the chain; roles of one step are notified together. */
  public List<List<String>> steps(List<String> roles) {
    List<String> asked = roles.isEmpty() ? List.of("principal") : roles;
    List<List<String>> steps = new java.util.ArrayList<>();
    if (oneAfterTheOther) {
      asked.forEach(role -> steps.add(List.of(role)));
    } else {
      steps.add(asked);
    }
    then.forEach(role -> steps.add(List.of(role)));
    return List.copyOf(steps);
  }
}
