package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.stance.Stance;
import hallmonitor.moderation.training.Measures;
import hallmonitor.moderation.training.backtest.Tally.ClauseCount;
import hallmonitor.moderation.training.backtest.Tally.Count;
import java.util.List;

/**
 * Tests whether the draft's clauses hold more often for critical comments than for supportive ones,
 * by more than chance. A flag is a reason to read examples and no finding of bias: critics may
 * simply swear more. The absence of a flag does not prove fairness.
 */
final class BacktestNeutrality {
  private static final double SIGNIFICANT = 0.05;

  /**
   * The rates of one clause.
   *
   * @param chance probability that the difference is chance, multiplied by the number of clauses
   *     tested (Bonferroni), since otherwise one in twenty would be flagged by chance
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

  /**
   * Returns rates for each clause of the draft that held at least once for either group; hiding as
   * a whole comes first.
   */
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
