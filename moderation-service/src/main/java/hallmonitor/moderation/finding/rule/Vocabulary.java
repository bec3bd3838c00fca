package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.scan.CharTrie;
import hallmonitor.moderation.text.Letters;
import java.util.Arrays;

/**
 * The words that rules speak of, each a symbol: {@code word}, or {@code word*} for all that begin
 * so.
 */
final class Vocabulary {
  /** Stands for anything that begins with a digit: {@code 8}, {@code 3:15}, {@code 7pm}. */
  static final int NUMBER = 0;

  private static final int[] UNKNOWN = {};
  private static final int[] A_NUMBER = {NUMBER};

  private final CharTrie words = new CharTrie();
  private final CharTrie beginnings = new CharTrie();
  private int symbols = 1;

  int symbol(String word) {
    if (word.equals("<number>")) {
      return NUMBER;
    }
    boolean beginning = word.endsWith("*");
    CharTrie trie = beginning ? beginnings : words;
    int node = trie.add(beginning ? word.substring(0, word.length() - 1) : word);
    if (trie.valueAt(node) == CharTrie.NONE) {
      trie.set(node, symbols++);
    }
    return trie.valueAt(node);
  }

  int[] symbols(String text, int from, int to) {
    if (Letters.isDigit(text.charAt(from))) {
      return A_NUMBER;
    }
    int[] found = UNKNOWN;
    int word = 0;
    int beginning = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      word = i == from || word != 0 ? words.child(word, c) : 0;
      beginning = i == from || beginning != 0 ? beginnings.child(beginning, c) : 0;
      if (beginning != 0 && beginnings.valueAt(beginning) != CharTrie.NONE) {
        found = and(found, beginnings.valueAt(beginning));
      }
      if (word == 0 && beginning == 0) {
        break;
      }
    }
    return word != 0 && words.valueAt(word) != CharTrie.NONE
        ? and(found, words.valueAt(word))
        : found;
  }

  private static int[] and(int[] symbols, int another) {
    int[] more = Arrays.copyOf(symbols, symbols.length + 1);
    more[symbols.length] = another;
    return more;
  }
}
