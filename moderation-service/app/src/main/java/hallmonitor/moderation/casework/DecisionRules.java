package hallmonitor.moderation.casework;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The district's decision rules in addition to its policy.
 *
 * @param confirmWithin time in which a person reviews an automatic hide
 * @param samplePerDay number of allowed comments to review each day; 0 for none
 * @param approvers roles of the second person, for each act that needs one
 * @param reasons prepared sentences for decisions
 * @param retention how long records are kept
 * @param posts what is asked before the district's own posts go out
 */
public record DecisionRules(
    Duration confirmWithin,
    int samplePerDay,
    Map<Proposal.Kind, Set<String>> approvers,
    List<Reason> reasons,
    Retention retention,
    PostRules posts) {
  /**
   * A prepared sentence.
   *
   * @param clauses ids of the clauses that it fits; empty for all
   */
  public record Reason(String text, Set<String> clauses) {
    public Reason {
      clauses = Set.copyOf(clauses);
    }
  }

  /** The default second person: an administrator. */
  public static final Set<String> ADMINISTRATORS = Set.of("administrator");

  public static final DecisionRules DEFAULT =
      new DecisionRules(Duration.ofHours(24), 20, Map.of(), List.of(), Retention.FOR_EVER);

  /** Creates rules with the default for posts. */
  public DecisionRules(
      Duration confirmWithin,
      int samplePerDay,
      Map<Proposal.Kind, Set<String>> approvers,
      List<Reason> reasons,
      Retention retention) {
    this(confirmWithin, samplePerDay, approvers, reasons, retention, PostRules.DEFAULT);
  }

  public DecisionRules {
    approvers = Map.copyOf(approvers);
    reasons = List.copyOf(reasons);
  }

  /** Returns whether the file names a second person: some acts need one only then. */
  public boolean asksSecond(Proposal.Kind kind) {
    return approvers.containsKey(kind.ruledAs());
  }

  /** Returns who may be the second person. */
  public Set<String> approvers(Proposal.Kind kind) {
    return approvers.getOrDefault(kind.ruledAs(), ADMINISTRATORS);
  }

  /** Returns the reasons that fit a clause, those made for it first. */
  public List<String> reasonsFor(String clause) {
    return Stream.concat(
            reasons.stream().filter(r -> r.clauses().contains(clause)),
            reasons.stream().filter(r -> r.clauses().isEmpty()))
        .map(Reason::text)
        .toList();
  }
}
