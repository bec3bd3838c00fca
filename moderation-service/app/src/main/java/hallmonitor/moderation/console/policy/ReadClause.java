package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Set;

/**
 * A current clause, as people read it.
 *
 * @param then what happens
 * @param finds what it looks for; any one is enough
 */
public record ReadClause(Clause clause, Sentence then, List<Find> finds) {
  /**
   * One thing that a clause looks for.
   *
   * @param what the category
   * @param how readily a comment is taken for it
   * @param accounts kinds of account; empty for all
   * @param strikes earlier violations of the author that it needs; 0 for none
   * @param expectation what to expect, as measured; empty if it was never measured
   */
  public record Find(
      Sentence what, Sentence how, Set<String> accounts, int strikes, Sentence expectation) {}

  static ReadClause of(Clause clause, ThresholdFigures figures) {
    return new ReadClause(
        clause,
        ThenWords.of(clause.then()),
        clause.when().stream()
            .map(
                c ->
                    new Find(
                        DisplayLabels.category(c.category().label()),
                        Eagerness.of(c.atLeast()).sentence(),
                        c.accountKinds(),
                        c.strikes(),
                        figures.expectation(c.category(), c.atLeast())))
            .toList());
  }

  /** Returns whether it opens a new chapter after another clause: 2.1 after 1.3. */
  public boolean isFirstAfter(ReadClause before) {
    return !chapter(clause.id()).equals(chapter(before.clause.id()));
  }

  /** Returns how serious it is: a tone of the stylesheet. */
  public String getTone() {
    return switch (clause.then().outcome()) {
      case ESCALATE -> "red";
      case HIDE -> "amber";
      default -> clause.then().dangerLane() ? "red" : "slate";
    };
  }

  static String chapter(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }
}
