package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.stance.Stance;
import hallmonitor.moderation.policy.Verdict;

/** A past comment under both policies. */
record Change(PastComment comment, Verdict before, Verdict after, Stance stance) {
  Answer answerBefore() {
    return Answer.of(before);
  }

  Answer answerAfter() {
    return Answer.of(after);
  }
}
