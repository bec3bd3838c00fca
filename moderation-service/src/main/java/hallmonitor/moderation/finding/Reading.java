package hallmonitor.moderation.finding;

import java.util.List;
import java.util.Map;

/**
 * What the rulebook found in one comment.
 *
 * @param contexts those that the comment shows, each with its factor
 */
record Reading(String text, Words words, List<Rulebook.Match> matches, Map<String, Double> contexts) {
  private static final double DENIED = 0.3;
  private static final double QUOTED = 0.5;

  /** From 0 to 1, to multiply a score with. */
  double contextFactor(List<String> names) {
    double factor = 1;
    for (String name : names) {
      factor = Math.min(factor, contexts.getOrDefault(name, 1.0));
    }
    return factor;
  }

  double score(Rulebook.Match match) {
    double score = match.rule().score() * contextFactor(match.rule().unless());
    if (match.negated() && match.rule().unless().contains("negation")) {
      score *= DENIED;
    }
    return isQuoted(match) && match.rule().unless().contains("quotation") ? score * QUOTED : score;
  }

  private boolean isQuoted(Rulebook.Match match) {
    int open = 0;
    int start = words.from(match.word());
    for (int i = 0; i < start; i++) {
      open += text.charAt(i) == '"' ? 1 : 0;
    }
    return open % 2 == 1 && text.indexOf('"', start) >= 0;
  }
}
