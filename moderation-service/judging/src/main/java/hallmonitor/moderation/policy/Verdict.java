package hallmonitor.moderation.policy;

import hallmonitor.moderation.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The policy's answer to one revision of a comment, with everything that caused it.
 *
 * @param hits the clauses that hold, the deciding one first; empty for {@link PolicyOutcome#ALLOW}
 *     and for a review caused by a failed detector
 * @param findings all findings, whether or not a clause holds for them
 * @param strikes the author's confirmed strikes on this account at that time
 */
public record Verdict(
    PolicyOutcome outcome, List<ClauseHit> hits, List<Finding> findings, int strikes) {
  /** A clause and the findings that satisfy it. */
  public record ClauseHit(Clause clause, List<Finding> findings) {
    public ClauseHit {
      findings = List.copyOf(findings);
    }
  }

  public Verdict {
    hits = List.copyOf(hits);
    findings = List.copyOf(findings);
  }

  /** Returns the clause that decides. */
  public Optional<ClauseHit> decisive() {
    return hits.stream().findFirst();
  }

  /** Returns whether the comment is hidden without waiting for a person. */
  public boolean hides() {
    return hits.stream().anyMatch(h -> h.clause().then().hide());
  }

  /** Returns whether the comment waits in the danger lane of the queue. */
  public boolean dangerLane() {
    return outcome == PolicyOutcome.REVIEW
        && decisive().filter(hit -> hit.clause().then().dangerLane()).isPresent();
  }
}
