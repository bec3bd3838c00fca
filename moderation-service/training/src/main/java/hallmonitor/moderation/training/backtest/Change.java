package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.stance.Stance;
import hallmonitor.moderation.policy.Verdict;

/** A past comment under both policies. */
record Change(PastComment comment, Verdict before, Verdict after, Stance stance) {
  ReplayedVerdict answerBefore() {
    return ReplayedVerdict.of(before);
  }

  ReplayedVerdict answerAfter() {
    return ReplayedVerdict.of(after);
  }
}
