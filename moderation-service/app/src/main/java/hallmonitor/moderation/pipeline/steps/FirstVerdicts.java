package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.store.archive.SecondLookQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The verdicts of the first look. A comment waits for its second look if the slow models must read
 * it, if the policy reader is asked about it, or if an earlier revision of it waits. Of those, the
 * first look only escalates, and only what the second look cannot take back: a hide alone could
 * come before the seal of what the second look escalates. Pure.
 */
public final class FirstVerdicts {
  /** Zero means history. */
  private static final double LEAST = 1e-6;

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
    boolean waits = waiting.contains(found.update().key());
    if (!waits && found.danger().isEmpty() && !doubtful.includes(whole)) {
      return whole;
    }
    waiting.add(found.update().key());
    CommentVerdict standing = found.judgeStanding(danger(found), rules);
    return standing.escalates() ? standing : found.leave(danger(found), rules);
  }

  /**
   * What the first look thinks, or the strongest sign of danger. Old comments of an account's
   * history are read last, since no one is told of them.
   */
  private double danger(CommentFindings found) {
    return CommentTranslation.isLongPast(found.update().seen(), doubtful.longPast())
        ? 0
        : Math.max(LEAST, Math.max(found.danger().orElse(0), FirstLook.danger(found.findings())));
  }
}
