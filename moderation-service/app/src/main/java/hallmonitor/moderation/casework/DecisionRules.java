package hallmonitor.moderation.casework;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a district decides, beside its policy.
 *
 * @param confirmWithin the time in which a person looks at what was hidden automatically
 * @param samplePerDay how many comments that were allowed are put before a person each day; 0 for
 *     none
 * @param approvers the roles that may be the second person, for each act that needs one
 * @param reasons sentences that decisions are given with
 * @param retention how long records are kept
 */
public record DecisionRules(
    Duration confirmWithin,
    int samplePerDay,
    Map<Proposal.Kind, Set<String>> approvers,
    List<Reason> reasons,
    Retention retention) {
  /**
   * @param clauses ids of the clauses that it fits; empty for all
   */
  public record Reason(String text, Set<String> clauses) {
    public Reason {
      clauses = Set.copyOf(clauses);
    }
  }

  /** Where nothing is said: an administrator is the second person. */
  public static final Set<String> ADMINISTRATORS = Set.of("administrator");

  public static final DecisionRules DEFAULT =
      new DecisionRules(Duration.ofHours(24), 20, Map.of(), List.of(), Retention.FOR_EVER);

  public DecisionRules {
    approvers = Map.copyOf(approvers);
    reasons = List.copyOf(reasons);
  }

  /** Who may be the second person. */
  public Set<String> approvers(Proposal.Kind kind) {
    return approvers.getOrDefault(kind, ADMINISTRATORS);
  }

  /** Those that fit a clause, those made for it first. */
  public List<String> reasonsFor(String clause) {
    return Stream.concat(
            reasons.stream().filter(r -> r.clauses().contains(clause)),
            reasons.stream().filter(r -> r.clauses().isEmpty()))
        .map(Reason::text)
        .toList();
  }
}
