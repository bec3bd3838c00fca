package hallmonitor.moderation.finding.rule;

import java.util.List;
import java.util.Map;

/**
 * The rulebook's results for one comment.
 *
 * @param contexts the contexts that the comment shows, each with its factor
 */
public record RuleReading(
    String text,
    RuleWords words,
    List<Rulebook.Match> matches,
    Map<String, Double> contexts,
    Quotations quotations) {
  private static final double DENIED = 0.3;
  public static final double QUOTED = 0.5;

  /** Returns a factor from 0 to 1 for a score. */
  public double contextFactor(List<String> names) {
    double factor = 1;
    for (String name : names) {
      factor = Math.min(factor, contexts.getOrDefault(name, 1.0));
    }
    return factor;
  }

  public double score(Rulebook.Match match) {
    double factor = contextFactor(match.rule().excuses().toList());
    double score = match.rule().score() * Math.min(factor, match.aside());
    if (match.negated() && match.rule().isExcusedBy("negation")) {
      score *= DENIED;
    }
    return match.rule().isExcusedBy("quotation")
            && isQuoted(words.from(match.word()), words.to(match.end() - 1))
        ? score * QUOTED
        : score;
  }

  /**
   * Returns whether the comment shows a context or topic, or a rule of this category with at least
   * this score.
   */
  boolean shows(String name, double least) {
    return contexts.containsKey(name)
        || matches.stream()
            .anyMatch(m -> m.rule().category().label().equals(name) && score(m) >= least);
  }

  /** Returns whether a part of the text overlaps a quotation. */
  public boolean isQuoted(int from, int to) {
    return quotations.touch(from, to);
  }
}
