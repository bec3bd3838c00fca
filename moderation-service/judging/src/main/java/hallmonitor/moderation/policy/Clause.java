package hallmonitor.moderation.policy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One numbered rule of the district's written policy.
 *
 * @param id such as {@code 2.1}
 * @param spanishTitle the title for people who read Spanish; absent if the district gave none
 * @param wording the rule as people read it
 * @param spanishWording the rule for people who read Spanish; absent if the district gave none
 * @param when the conditions; any one is enough
 */
public record Clause(
    String id,
    String title,
    Optional<String> spanishTitle,
    String wording,
    Optional<String> spanishWording,
    List<Condition> when,
    Consequence then) {
  /**
   * What a finding must have for the clause to hold.
   *
   * @param atLeast lowest score that counts, above 0 and up to 1
   * @param accountKinds kinds of account where it holds, such as {@code school}; empty for all
   * @param strikes confirmed strikes that the author must have on the account; 0 for none. Past
   *     strikes may only ask for a person's review of the present comment; they are no ground for
   *     hiding or reporting it.
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
          && isFor(accountKind);
    }

    boolean isFor(String accountKind) {
      return accountKinds.isEmpty() || accountKinds.contains(accountKind);
    }
  }

  /** How soon a person must act. */
  public enum Urgency {
    IMMEDIATE,
    SOON,
    DIGEST
  }

  /**
   * What follows when a clause holds.
   *
   * @param hide whether the comment is hidden; always true for {@link PolicyOutcome#HIDE}
   * @param roles who is notified; at least one for {@link PolicyOutcome#ESCALATE}, otherwise empty
   * @param urgency if no one is notified: {@link Urgency#IMMEDIATE} in the danger lane, the part of
   *     the queue that comes first and must not be left waiting, otherwise {@link Urgency#DIGEST}
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

    /** Returns whether the comment waits for a person in the danger lane. */
    public boolean dangerLane() {
      return outcome == PolicyOutcome.REVIEW && urgency == Urgency.IMMEDIATE;
    }
  }

  /** Creates a clause without Spanish. */
  public Clause(String id, String title, String wording, List<Condition> when, Consequence then) {
    this(id, title, Optional.empty(), wording, Optional.empty(), when, then);
  }

  public Clause {
    Objects.requireNonNull(spanishTitle, "spanishTitle");
    Objects.requireNonNull(spanishWording, "spanishWording");
    when = List.copyOf(when);
    if (then.outcome() != PolicyOutcome.REVIEW && when.stream().anyMatch(c -> c.strikes() > 0)) {
      throw new IllegalArgumentException("earlier strikes can only lead to a review");
    }
  }

  /** Returns the same rule with another consequence for one comment. */
  public Clause withConsequence(Consequence other) {
    return new Clause(id, title, spanishTitle, wording, spanishWording, when, other);
  }

  /** Returns whether a condition is about this category. */
  public boolean isAbout(Category category) {
    return when.stream().anyMatch(condition -> condition.category() == category);
  }

  /** Returns whether a condition counts this finding, on some account and for some author. */
  public boolean restsOn(Finding finding) {
    return when.stream()
        .anyMatch(c -> c.category() == finding.category() && finding.score() >= c.atLeast());
  }

  /** Returns the findings that satisfy this clause. */
  List<Finding> matching(List<Finding> findings, String accountKind, int strikes) {
    List<Finding> matching = List.of(); // stays empty for most clauses and comments
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
