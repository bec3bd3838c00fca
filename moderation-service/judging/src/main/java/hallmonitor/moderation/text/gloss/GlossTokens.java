package hallmonitor.moderation.text.gloss;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The words of a text, each with what the gloss knows about it. */
final class GlossTokens {
  /** One word of the text. Later steps fill in the fields. */
  static final class Token {
    final int start;
    final int end;
    final String written;
    final String folded;
    final boolean hasApostrophe;

    /** Whether a sentence end or a line end precedes this word. */
    final boolean startsSentence;

    /** Whether only white space separates this word from the one before. */
    final boolean follows;

    @Nullable SpanishWord word;
    boolean english;

    /** The phrase that starts here, and its number of words. */
    @Nullable SpanishPhrases phrase;

    int phraseLength;
    boolean partOfName;

    /** The word to write in English; null where this one stays as it is. */
    @Nullable SpanishWord glossed;

    private Token(
        String text, int start, int end, boolean apostrophe, boolean sentence, boolean follows) {
      this.start = start;
      this.end = end;
      this.written = text.substring(start, end);
      this.folded = SpanishLetters.folded(written);
      this.hasApostrophe = apostrophe;
      this.startsSentence = sentence;
      this.follows = follows;
    }

    boolean isEnglish() {
      return word == null && english;
    }

    boolean isInsult() {
      return word != null && word.weight() > 0 && word.role() == SpanishWord.Role.INSULT;
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  GlossTokens(String text, Consumer<Token> look, SpanishPhrases phrases) {
    this.text = text;
    split(look);
    for (int i = 0; i < tokens.size(); i++) {
      findPhrase(i, phrases);
    }
  }

  String text() {
    return text;
  }

  int size() {
    return tokens.size();
  }

  Token get(int i) {
    return tokens.get(i);
  }

  private void split(Consumer<Token> look) {
    int n = text.length();
    boolean sentence = true;
    boolean follows = false;
    for (int i = 0; i < n; ) {
      char c = text.charAt(i);
      if (!SpanishLetters.isPartOfWord(c)) {
        sentence |= c == '.' || c == '!' || c == '?' || c == '\n' || c == ';';
        follows &= c == ' ' || c == '\n' || c == '\t';
        i++;
        continue;
      }
      int start = i;
      boolean apostrophe = false;
      while (i < n && (SpanishLetters.isPartOfWord(text.charAt(i)) || isApostrophe(i))) {
        apostrophe |= isApostrophe(i);
        i++;
      }
      Token token = new Token(text, start, i, apostrophe, sentence, follows);
      if (!isPartOfAddress(start, i) && !isGradeLetter(start, i, sentence)) {
        look.accept(token);
      }
      tokens.add(token);
      sentence = false;
      follows = true;
    }
  }

  /** An apostrophe between letters: <i>don't</i> does not contain the Spanish title. */
  private boolean isApostrophe(int i) {
    char c = text.charAt(i);
    return (c == '\'' || c == '’')
        && i > 0
        && i + 1 < text.length()
        && SpanishLetters.isPartOfWord(text.charAt(i - 1))
        && SpanishLetters.isPartOfWord(text.charAt(i + 1));
  }

  /**
   * A capital letter in a sentence is a grade, an initial or a spelled-out word; only lower-case
   * ones are chat language.
   */
  private boolean isGradeLetter(int start, int end, boolean sentence) {
    return end == start + 1 && !sentence && Character.isUpperCase(text.charAt(start));
  }

  /**
   * Returns whether the word is part of a number, handle, mail or web address: {@code 3k}, {@code
   * casa@mail.example}.
   */
  private boolean isPartOfAddress(int start, int end) {
    return joins(start - 1, start - 2) || joins(end, end + 1);
  }

  private boolean joins(int beside, int beyond) {
    if (beside < 0 || beside >= text.length()) {
      return false;
    }
    char c = text.charAt(beside);
    boolean dot = c == '.' && beyond >= 0 && beyond < text.length();
    return c == '@'
        || c == '_'
        || Character.isDigit(c)
        || (dot && Character.isLetterOrDigit(text.charAt(beyond)));
  }

  private void findPhrase(int i, SpanishPhrases phrases) {
    Token first = tokens.get(i);
    SpanishPhrases node = phrases.after(first.folded);
    for (int k = i + 1; node != null && k < tokens.size() && tokens.get(k).follows; k++) {
      node = node.after(tokens.get(k).folded);
      if (node != null && node.gloss() != null) {
        first.phrase = node;
        first.phraseLength = k - i + 1;
      }
    }
    if (first.phrase != null && first.phrase.isName()) {
      for (int k = i; k < i + first.phraseLength; k++) {
        tokens.get(k).partOfName = true;
      }
    }
  }
}
