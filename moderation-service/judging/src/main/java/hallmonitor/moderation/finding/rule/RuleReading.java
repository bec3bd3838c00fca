package hallmonitor.moderation.finding.rule;

import java.util.List;
import java.util.Map;

/**
 * What the rulebook found in one comment.
 *
 * @param contexts those that the comment shows, each with its factor
 */
public record RuleReading(
    String text,
    RuleWords words,
    List<Rulebook.Match> matches,
    Map<String, Double> contexts,
    Quotations quotations) {
  private static final double DENIED = 0.3;
  public static final double QUOTED = 0.5;

  /** From 0 to 1, to multiply a score with. */
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
   * Whether it shows a context or topic, or whether a rule of a category gives at least a score.
   */
  boolean shows(String name, double least) {
    return contexts.containsKey(name)
        || matches.stream()
            .anyMatch(m -> m.rule().category().label().equals(name) && score(m) >= least);
  }

  /** Whether a part of the text lies, in whole or in part, within quotation marks. */
  public boolean isQuoted(int from, int to) {
    return quotations.touch(from, to);
  }
}
