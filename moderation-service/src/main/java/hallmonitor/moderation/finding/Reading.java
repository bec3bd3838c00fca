package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.Letters;
import java.util.List;
import java.util.Map;

/**
 * What the rulebook found in one comment.
 *
 * @param contexts those that the comment shows, each with its factor
 */
record Reading(
    String text, Words words, List<Rulebook.Match> matches, Map<String, Double> contexts) {
  private static final double DENIED = 0.3;
  static final double QUOTED = 0.5;

  /** From 0 to 1, to multiply a score with. */
  double contextFactor(List<String> names) {
    double factor = 1;
    for (String name : names) {
      factor = Math.min(factor, contexts.getOrDefault(name, 1.0));
    }
    return factor;
  }

  double score(Rulebook.Match match) {
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
  boolean isQuoted(int from, int to) {
    int opened = -1;
    char mark = 0;
    for (int i = 0; i < text.length() && (opened >= 0 || i < to); i++) {
      char c = text.charAt(i);
      if (opened < 0 && opens(i)) {
        opened = i;
        mark = c == '\u00ab' ? '\u00bb' : c;
      } else if (opened >= 0 && c == mark && (c != '\'' || !isLetter(i + 1))) {
        if (i > from && opened < to) {
          return true;
        }
        opened = -1;
      }
    }
    return false;
  }

  /** An apostrophe opens a quotation only before a word, not within or after one. */
  private boolean opens(int i) {
    char c = text.charAt(i);
    return c == '"' || c == '\u00ab' || (c == '\'' && isLetter(i + 1) && !isLetter(i - 1));
  }

  private boolean isLetter(int i) {
    return i >= 0 && i < text.length() && Letters.isLetterOrDigit(text.charAt(i));
  }
}
