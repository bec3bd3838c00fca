package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.stance.Stance;
import hallmonitor.moderation.training.Measures;
import hallmonitor.moderation.training.backtest.Tally.ClauseCount;
import hallmonitor.moderation.training.backtest.Tally.Count;
import java.util.List;

/**
 * Whether the draft's clauses hold for critical comments more often than for supportive ones, by
 * more than chance. A flag is a reason to read examples, not a finding of bias: critics may simply
 * swear more; nor is no flag a proof of fairness.
 */
final class BacktestNeutrality {
  private static final double SIGNIFICANT = 0.05;

  /**
   * @param chance that the difference is chance, times the number of clauses that were looked at
   *     (Bonferroni), since one in twenty would be flagged by chance alone
   */
  record Rate(
      String id,
      String title,
      long critical,
      long ofCritical,
      long supportive,
      long ofSupportive,
      double chance) {
    boolean flagged() {
      return chance < SIGNIFICANT;
    }
  }

  private BacktestNeutrality() {}

  /** For each clause of the draft that held at least once for either; hiding as a whole first. */
  static List<Rate> of(Tally tally) {
    List<ClauseCount> held =
        tally.clauses().stream().filter(clause -> judged(clause.draft) > 0).toList();
    int looks = held.size() + 1;
    List<Rate> rates = new java.util.ArrayList<>();
    rates.add(rate("hidden", "by any clause", tally.hiddenByDraft, tally.comments, looks));
    held.forEach(c -> rates.add(rate(c.id(), c.title(), c.draft, tally.comments, looks)));
    return rates;
  }

  private static long judged(Count count) {
    return count.of(Stance.CRITICAL) + count.of(Stance.SUPPORTIVE);
  }

  private static Rate rate(String id, String title, Count hits, Count comments, int looks) {
    long critical = hits.of(Stance.CRITICAL);
    long supportive = hits.of(Stance.SUPPORTIVE);
    long ofCritical = comments.of(Stance.CRITICAL);
    long ofSupportive = comments.of(Stance.SUPPORTIVE);
    double chance = Measures.chanceOfExcess(critical, ofCritical, supportive, ofSupportive) * looks;
    return new Rate(id, title, critical, ofCritical, supportive, ofSupportive, Math.min(1, chance));
  }
}
