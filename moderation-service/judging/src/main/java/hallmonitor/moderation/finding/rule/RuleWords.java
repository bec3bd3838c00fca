package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.text.LetterForms;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The words of a folded text, each with its vocabulary symbols. */
public final class RuleWords {
  private static final int FEW = 32;

  private final String text;
  private int[] from = {};
  private int[] to = {};
  private int[][] symbols = {};
  private boolean[] opensSentence = {};
  private boolean[] opensClause = {};
  private int count;

  /** Creates the words of a text that is already split; they are looked up on first use. */
  private @Nullable Cut cut;

  /** The separator before each word. */
  private char[] marks = {};

  private record Cut(NameTokens tokens, Vocabulary vocabulary) {}

  private RuleWords(String text) {
    this.text = text;
  }

  static RuleWords of(String text, Vocabulary vocabulary) {
    RuleWords words = new RuleWords(text);
    boolean open = true;
    boolean clause = true;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (!LetterForms.isLetterOrDigit(c)) {
        open |= c == '.' || c == '!' || c == '?' || c == ';';
        clause |= open || c == ',' || c == ':' || c == '\n';
        i++;
        continue;
      }
      int end = i + 1;
      while (end < text.length() && isInner(text, end)) {
        end++;
      }
      words.add(i, end, vocabulary.symbols(text, i, end), open, clause);
      open = false;
      clause = false;
      i = end;
    }
    return words;
  }

  /** Returns the words of a text, split as written. */
  static RuleWords of(NameTokens tokens, Vocabulary vocabulary) {
    RuleWords words = new RuleWords("");
    words.cut = new Cut(tokens, vocabulary);
    words.count = tokens.count();
    words.symbols = new int[words.count][];
    char[] marks = new char[words.count];
    for (int i = 0; i < marks.length; i++) {
      boolean dash = i == 0 && tokens.afterDash();
      marks[i] = (dash ? Seam.DASH : tokens.before(i)).mark();
    }
    words.marks = marks;
    return words;
  }

  private static boolean isInner(String text, int i) {
    char c = text.charAt(i);
    return LetterForms.isLetterOrDigit(c)
        || c == '*'
        || (c == '\'' && i + 1 < text.length() && LetterForms.isLetter(text.charAt(i + 1)))
        || ((c == ':' || c == '.' || c == ',')
            && LetterForms.isDigit(text.charAt(i - 1))
            && i + 1 < text.length()
            && LetterForms.isDigit(text.charAt(i + 1)));
  }

  private void add(int start, int end, int[] found, boolean open, boolean clause) {
    if (count == from.length) {
      int more = Math.max(FEW, count * 2);
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
      symbols = Arrays.copyOf(symbols, more);
      opensSentence = Arrays.copyOf(opensSentence, more);
      opensClause = Arrays.copyOf(opensClause, more);
    }
    from[count] = start;
    to[count] = end;
    symbols[count] = found;
    opensClause[count] = clause;
    opensSentence[count++] = open;
  }

  /** Returns the mark before a word; {@code $} after the last one. */
  char mark(int word) {
    return word < marks.length ? marks[word] : '$';
  }

  String text() {
    return text;
  }

  int count() {
    return count;
  }

  public int from(int word) {
    return from[word];
  }

  public int to(int word) {
    return to[word];
  }

  int[] symbols(int word) {
    if (cut != null && symbols[word] == null) {
      String plain = cut.tokens.plain(word);
      symbols[word] = cut.vocabulary.symbols(plain, 0, plain.length());
    }
    return symbols[word];
  }

  boolean opensSentence(int word) {
    return cut == null ? opensSentence[word] : mark(word) != ' ' && ".-¶^".indexOf(mark(word)) >= 0;
  }

  /** Returns whether a comma or a sentence end separates two words. */
  boolean isBreakWithin(int word, int later) {
    for (int i = word + 1; i <= later; i++) {
      if (opensClause[i]) {
        return true;
      }
    }
    return false;
  }

  boolean isAny(int word, int[] wanted) {
    for (int symbol : wanted) {
      if (is(word, symbol)) {
        return true;
      }
    }
    return false;
  }

  boolean is(int word, int symbol) {
    for (int s : symbols(word)) {
      if (s == symbol) {
        return true;
      }
    }
    return false;
  }
}
