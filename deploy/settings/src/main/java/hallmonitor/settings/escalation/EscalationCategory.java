package hallmonitor.settings.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How escalations of one kind are dealt with.
 *
 * @param oneAfterTheOther whether the roles that the policy names are told in sequence; otherwise
 *     at once
 * @param then roles that are told next, in this order
 * @param last roles that are told when the others did not answer
 * @param foldWithin comments that follow each other no further apart are one escalation; zero for
 *     none, except those of one case
 * @param foldBy what they must have in common
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
    /** They stand under the same post. */
    POST,
    /** The platform says that the same author wrote them; guests are no author. */
    AUTHOR,
    /** Their normalised words are the same. */
    TEXT
  }

  public EscalationCategory {
    Objects.requireNonNull(pace, "pace");
    then = List.copyOf(then);
    last = List.copyOf(last);
    foldBy = Set.copyOf(foldBy);
  }

  /** The steps of the chain, those of one step told together. */
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
