package hallmonitor.moderation.policy;

import hallmonitor.moderation.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The policy's answer to one revision of a comment, with everything that caused it.
 *
 * @param hits the clauses that hold, the one that decides first; empty for {@link
 *     PolicyOutcome#ALLOW} and for a review that a failed detector caused
 * @param findings all findings, whether a clause holds for them or not
 * @param strikes the author's on this account that a person had confirmed by then
 */
public record Verdict(
    PolicyOutcome outcome, List<ClauseHit> hits, List<Finding> findings, int strikes) {
  /** A clause and the findings for which it holds. */
  public record ClauseHit(Clause clause, List<Finding> findings) {
    public ClauseHit {
      findings = List.copyOf(findings);
    }
  }

  public Verdict {
    hits = List.copyOf(hits);
    findings = List.copyOf(findings);
  }

  /** The clause that decides. */
  public Optional<ClauseHit> decisive() {
    return hits.stream().findFirst();
  }

  /** Whether the comment is to be hidden without waiting for a person. */
  public boolean hides() {
    return hits.stream().anyMatch(h -> h.clause().then().hide());
  }
}
