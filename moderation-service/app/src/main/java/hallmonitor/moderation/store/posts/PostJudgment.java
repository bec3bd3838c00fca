package hallmonitor.moderation.store.posts;

import hallmonitor.moderation.casework.PostState;
import hallmonitor.moderation.finding.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What the policy says of a post.
 *
 * @param building id of the account's building; empty if the account is not in the district's file
 * @param clauses ids of those that hold, the deciding one first
 * @param findings those that satisfy a clause
 * @param signs a hash for each clause and the words that it holds for
 */
public record PostJudgment(
    QueuedPost post,
    String building,
    List<String> clauses,
    List<Finding> findings,
    List<String> signs,
    String policyVersion,
    String modelVersion,
    Instant judgedAt) {
  public PostJudgment {
    clauses = List.copyOf(clauses);
    findings = List.copyOf(findings);
    signs = List.copyOf(signs);
  }

  PostState state() {
    return post.state().after(signs, post.signs());
  }

  /** Returns whether there is something that the account's administrator has not been told. */
  boolean isNews() {
    return state() == PostState.OPEN
        && (post.state() != PostState.OPEN || !post.signs().containsAll(signs));
  }
}
