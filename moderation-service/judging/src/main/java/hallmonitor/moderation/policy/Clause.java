package hallmonitor.moderation.policy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One numbered rule of the district's written policy.
 *
 * @param id such as {@code 2.1}
 * @param wording the rule as people read it
 * @param when any one of these is enough
 */
public record Clause(
    String id, String title, String wording, List<Condition> when, Consequence then) {
  /**
   * @param atLeast the least score that counts, above 0 and up to 1
   * @param accountKinds the kinds of account where it holds, such as {@code school}; empty for all
   * @param strikes how many strikes that a person has confirmed the author must have on the
   *     account; 0 for none. What somebody did before can only ask for a person's look at what they
   *     say now: it is no ground for hiding or reporting it.
   */
  public record Condition(
      Category category, double atLeast, Set<String> accountKinds, int strikes) {
    public Condition(Category category, double atLeast, Set<String> accountKinds) {
      this(category, atLeast, accountKinds, 0);
    }

    public Condition {
      Objects.requireNonNull(category, "category");
      accountKinds = Set.copyOf(accountKinds);
    }

    boolean holdsFor(Finding finding, String accountKind, int authorsStrikes) {
      return finding.category() == category
          && authorsStrikes >= strikes
          && finding.score() >= atLeast
          && (accountKinds.isEmpty() || accountKinds.contains(accountKind));
    }
  }

  /** How soon a person must act. */
  public enum Urgency {
    IMMEDIATE,
    SOON,
    DIGEST
  }

  /**
   * @param hide whether it is hidden; always so for {@link PolicyOutcome#HIDE}
   * @param roles who is told; at least one for {@link PolicyOutcome#ESCALATE}, otherwise empty
   * @param strike whether it counts against the author once a person has confirmed it or let it
   *     stand
   */
  public record Consequence(
      PolicyOutcome outcome, boolean hide, List<String> roles, Urgency urgency, boolean strike) {
    public Consequence {
      roles = List.copyOf(roles);
      if (outcome == PolicyOutcome.HIDE && !hide) {
        throw new IllegalArgumentException("a clause that hides must hide");
      }
      if (outcome == PolicyOutcome.ESCALATE && roles.isEmpty()) {
        throw new IllegalArgumentException("an escalation needs somebody to be told");
      }
    }
  }

  public Clause {
    when = List.copyOf(when);
    if (then.outcome() != PolicyOutcome.REVIEW && when.stream().anyMatch(c -> c.strikes() > 0)) {
      throw new IllegalArgumentException("earlier strikes can only lead to a review");
    }
  }

  /** The findings for which this clause holds. */
  List<Finding> matching(List<Finding> findings, String accountKind, int strikes) {
    List<Finding> matching = List.of(); // as for most clauses and comments
    for (Finding finding : findings) {
      if (holdsFor(finding, accountKind, strikes)) {
        matching = matching.isEmpty() ? new ArrayList<>() : matching;
        matching.add(finding);
      }
    }
    return matching;
  }

  private boolean holdsFor(Finding finding, String accountKind, int strikes) {
    for (Condition condition : when) {
      if (condition.holdsFor(finding, accountKind, strikes)) {
        return true;
      }
    }
    return false;
  }
}
