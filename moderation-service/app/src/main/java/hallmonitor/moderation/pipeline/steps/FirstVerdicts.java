package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.store.archive.SecondLookQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The verdicts of the first look. It does only what the second look cannot take back. A comment
 * waits for that look if the slow models must read it, if the policy reader is asked about it, or
 * if an earlier revision of it waits. Pure.
 */
public final class FirstVerdicts {
  /**
   * From here on a comment may be dangerous, so it is not hidden for another clause before the
   * second look has said so: what is escalated is sealed before its hide is ordered.
   */
  private static final double POSSIBLE_DANGER = 0.01;

  private final RuleSnapshot rules;
  private final DoubtfulComments doubtful;
  private final Set<CommentKey> waiting;

  private FirstVerdicts(RuleSnapshot rules, DoubtfulComments doubtful, Set<CommentKey> waiting) {
    this.rules = rules;
    this.doubtful = doubtful;
    this.waiting = new HashSet<>(waiting);
  }

  /**
   * Judges them, in order.
   *
   * @param waiting comments with an earlier revision that waits for its second look
   */
  public static List<CommentVerdict> of(
      List<CommentFindings> found,
      RuleSnapshot rules,
      DoubtfulComments doubtful,
      Set<CommentKey> waiting) {
    FirstVerdicts first = new FirstVerdicts(rules, doubtful, waiting);
    List<CommentVerdict> verdicts = new ArrayList<>(found.size());
    found.forEach(findings -> verdicts.add(first.judge(findings)));
    return verdicts;
  }

  /** Returns those that wait for their second look, in order. */
  public static List<SecondLookQueue.Waiting> waiting(
      List<CommentVerdict> verdicts, BatchTraces traces) {
    return verdicts.stream()
        .filter(CommentVerdict::awaitsSecondLook)
        .map(
            judged ->
                new SecondLookQueue.Waiting(
                    judged.update().key(),
                    judged.danger().orElseThrow(),
                    judged.update().seen(),
                    traces.of(judged.update().seen())))
        .toList();
  }

  private CommentVerdict judge(CommentFindings found) {
    CommentVerdict whole = found.judge(rules);
    if (!found.update().toJudge()) {
      return whole;
    }
    if (waiting.contains(found.update().key())) {
      return found.leave(danger(found), rules);
    }
    if (!found.danger().isPresent() && !doubtful.includes(whole)) {
      return whole;
    }
    waiting.add(found.update().key());
    CommentVerdict standing = found.judgeStanding(danger(found), rules);
    boolean escalates =
        standing.verdict().map(Verdict::outcome).filter(PolicyOutcome.ESCALATE::equals).isPresent();
    return escalates || danger(found) < POSSIBLE_DANGER
        ? standing
        : found.leave(danger(found), rules);
  }

  /**
   * What the first look thinks; for what only the policy reader is asked about, the score. Old
   * comments of an account's history are read last, since no one is told of them.
   */
  private double danger(CommentFindings found) {
    if (CommentTranslation.isLongPast(found.update().seen(), doubtful.longPast())) {
      return 0;
    }
    OptionalDouble said = found.danger();
    return said.orElseGet(
        () -> found.findings().stream().mapToDouble(Finding::score).max().orElse(0));
  }
}
