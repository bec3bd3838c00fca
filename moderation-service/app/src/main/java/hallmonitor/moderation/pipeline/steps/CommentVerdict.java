package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An update with the policy's verdict.
 *
 * @param verdict empty for a deletion and for a mere change of visibility
 * @param danger how dangerous the comment may be, from 0 to 1, if this is the first look's verdict
 *     and a second one follows
 */
public record CommentVerdict(
    CommentUpdate update, Optional<Verdict> verdict, OptionalDouble danger) {
  List<Finding> findings() {
    return verdict.map(Verdict::findings).orElse(List.of());
  }

  /** Returns the ids of the clauses that hold, the deciding one first. */
  List<String> clauses() {
    return verdict
        .map(v -> v.hits().stream().map(hit -> hit.clause().id()).toList())
        .orElse(List.of());
  }

  /** Returns whether a person may have to look at it. */
  boolean isForPeople() {
    return verdict.filter(v -> v.outcome() != PolicyOutcome.ALLOW).isPresent();
  }

  /** Returns the verdicts that no other look follows. */
  public static List<Verdict> last(List<CommentVerdict> all) {
    return all.stream()
        .filter(judged -> !judged.awaitsSecondLook())
        .flatMap(judged -> judged.verdict().stream())
        .toList();
  }

  public boolean awaitsSecondLook() {
    return danger.isPresent();
  }

  public CommentKey key() {
    return update.key();
  }

  /** Returns whether a platform is asked to hide it, if it can. */
  public boolean hides() {
    return escalates() || verdict.filter(v -> v.outcome() == PolicyOutcome.HIDE).isPresent();
  }

  boolean escalates() {
    return verdict.filter(v -> v.outcome() == PolicyOutcome.ESCALATE).isPresent();
  }

  /** Returns the verdict if it is one to act on: that nothing was found yet is none. */
  Optional<Verdict> effective() {
    return awaitsSecondLook() && !isForPeople() ? Optional.empty() : verdict;
  }
}
