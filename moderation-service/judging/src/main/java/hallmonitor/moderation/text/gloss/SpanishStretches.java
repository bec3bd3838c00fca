package hallmonitor.moderation.text.gloss;

import hallmonitor.moderation.text.gloss.GlossTokens.Token;

/**
 * Decides which words of a text are meant as Spanish. Words that only English has split the text
 * into stretches. A stretch is Spanish if its words that English lacks weigh enough. A word of both
 * languages ("me", "no", "come") weighs nothing and follows the Spanish words beside it.
 */
final class SpanishStretches {
  /** In a text of at most this many words, one Spanish word is enough. */
  private static final int SHORT = 4;

  /** The weight of one word and a particle: "mi hijo". */
  private static final int ENOUGH = 3;

  private final GlossTokens tokens;
  private final boolean spanishText;
  private final boolean hasEnglish;
  private boolean any;

  private SpanishStretches(GlossTokens tokens) {
    this.tokens = tokens;
    int weight = 0;
    int known = 0;
    int english = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      weight += weight(token);
      known += token.word == null ? 0 : 1;
      english += token.isEnglish() ? 1 : 0;
    }
    hasEnglish = english > 0;
    spanishText =
        weight >= 2 * SpanishWord.PROOF && weight >= 3 * english && 2 * known >= tokens.size();
  }

  /** Marks the words to gloss; returns false if there are none. */
  static boolean mark(GlossTokens tokens) {
    SpanishStretches stretches = new SpanishStretches(tokens);
    stretches.mark();
    return stretches.any;
  }

  private static int weight(Token token) {
    return token.word == null || token.partOfName ? 0 : token.word.weight();
  }

  private void mark() {
    int n = tokens.size();
    for (int start = 0; start < n; ) {
      int end = start + 1;
      while (end < n && !cuts(end)) {
        end++;
      }
      stretch(start, end);
      start = end;
    }
  }

  private boolean cuts(int i) {
    Token token = tokens.get(i);
    return token.isEnglish()
        || tokens.get(i - 1).isEnglish()
        || (token.startsSentence && !spanishText);
  }

  private void stretch(int start, int end) {
    int first = -1;
    int last = -1;
    int words = 0;
    int weight = 0;
    int known = 0;
    for (int i = start; i < end; i++) {
      Token token = tokens.get(i);
      int own = weight(token);
      if (own > 0) {
        first = first < 0 ? i : first;
        last = i;
        weight += own + (own == SpanishWord.PROOF && inPhrase(start, i) ? SpanishWord.PARTICLE : 0);
        words += own == SpanishWord.PROOF ? 1 : 0;
        if (token.isInsult()) {
          gloss(token);
        }
      }
      known += token.word == null ? 0 : 1;
    }
    if (spanishText) {
      gloss(start, end);
    } else if (words > 0 && isSpanish(weight, known, last - first + 1)) {
      gloss(before(start, first), after(end, last) + 1);
    }
  }

  private boolean isSpanish(int weight, int known, int length) {
    return weight >= ENOUGH
        ? 2 * known >= length
        : !hasEnglish && (tokens.size() <= SHORT || 2 * known > tokens.size());
  }

  private boolean inPhrase(int start, int i) {
    for (int k = Math.max(start, i - 2); k <= i; k++) {
      Token token = tokens.get(k);
      if (token.phrase != null && !token.phrase.isName() && k + token.phraseLength > i) {
        return true;
      }
    }
    return false;
  }

  private int before(int start, int first) {
    int i = first;
    while (i > start && tokens.get(i - 1).word != null) {
      i--;
    }
    return i;
  }

  private int after(int end, int last) {
    int i = last;
    while (i + 1 < end && tokens.get(i + 1).word != null) {
      i++;
    }
    return i;
  }

  private void gloss(int from, int to) {
    for (int i = from; i < to; i++) {
      gloss(tokens.get(i));
    }
  }

  private void gloss(Token token) {
    if (token.word != null && !token.partOfName) {
      token.glossed = token.word;
      any = true;
    }
  }
}
