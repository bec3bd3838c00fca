package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.Letters;
import java.util.Arrays;

/** The words of a folded text, each with the symbols of the vocabulary that it stands for. */
final class Words {
  private int[] from = new int[32];
  private int[] to = new int[32];
  private int[][] symbols = new int[32][];
  private boolean[] opensSentence = new boolean[32];
  private int count;

  static Words of(String text, Vocabulary vocabulary) {
    Words words = new Words();
    boolean open = true;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (!Letters.isLetterOrDigit(c)) {
        open |= c == '.' || c == '!' || c == '?' || c == ';';
        i++;
        continue;
      }
      int end = i + 1;
      while (end < text.length() && isInner(text, end)) {
        end++;
      }
      words.add(i, end, vocabulary.symbols(text, i, end), open);
      open = false;
      i = end;
    }
    return words;
  }

  private static boolean isInner(String text, int i) {
    char c = text.charAt(i);
    return Letters.isLetterOrDigit(c)
        || c == '*'
        || (c == '\'' && i + 1 < text.length() && Letters.isLetter(text.charAt(i + 1)))
        || ((c == ':' || c == '.' || c == ',')
            && Letters.isDigit(text.charAt(i - 1))
            && i + 1 < text.length()
            && Letters.isDigit(text.charAt(i + 1)));
  }

  private void add(int start, int end, int[] found, boolean open) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      symbols = Arrays.copyOf(symbols, count * 2);
      opensSentence = Arrays.copyOf(opensSentence, count * 2);
    }
    from[count] = start;
    to[count] = end;
    symbols[count] = found;
    opensSentence[count++] = open;
  }

  int count() {
    return count;
  }

  int from(int word) {
    return from[word];
  }

  int to(int word) {
    return to[word];
  }

  int[] symbols(int word) {
    return symbols[word];
  }

  boolean opensSentence(int word) {
    return opensSentence[word];
  }

  boolean is(int word, int symbol) {
    for (int s : symbols[word]) {
      if (s == symbol) {
        return true;
      }
    }
    return false;
  }
}
