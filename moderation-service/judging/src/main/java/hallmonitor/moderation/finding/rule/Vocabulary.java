package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.scan.CharTrie;
import hallmonitor.moderation.text.LetterForms;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words used by rules. Each is a symbol: {@code word}, or {@code word*} for all words that
 * begin with it. Rulebooks that share a vocabulary share the lookup of a comment's words.
 */
public final class Vocabulary {
  /** Symbol for anything that begins with a digit: {@code 8}, {@code 3:15}, {@code 7pm}. */
  static final int NUMBER = 0;

  private static final int[] UNKNOWN = {};
  private static final int[] A_NUMBER = {NUMBER};

  /**
   * A tree of all words and beginnings.
   *
   * @param open for each beginning, its symbol after those of the beginnings within it
   * @param whole for each word, its symbol after those of the beginnings within it
   */
  private record Tree(CharTrie trie, int[][] open, int[][] whole) {}

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();
  private volatile @Nullable Tree tree;

  /**
   * The last text read by a thread, because several rulebooks ask for the words of one comment. Not
   * static: another vocabulary has other symbols.
   */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<RuleWords> last = new ThreadLocal<>();

  /** Returns the symbol of a word, creating it on first use. Call only before any text is read. */
  int symbol(String word) {
    if (word.equals("<number>")) {
      return NUMBER;
    }
    boolean beginning = word.endsWith("*");
    String text = beginning ? word.substring(0, word.length() - 1) : word;
    CharTrie.check(text);
    tree = null;
    int next = 1 + words.size() + beginnings.size();
    return (beginning ? beginnings : words).computeIfAbsent(text, t -> next);
  }

  /** Returns the words of a text. */
  RuleWords words(String text) {
    RuleWords known = last.get();
    if (known == null || !isOf(known, text)) {
      known = RuleWords.of(text, this);
      last.set(known);
    }
    return known;
  }

  /** Compares identity: whether a long text equals another takes longer than to read it again. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOf(RuleWords words, String text) {
    return words.text() == text;
  }

  int[] symbols(String text, int from, int to) {
    if (LetterForms.isDigit(text.charAt(from))) {
      return A_NUMBER;
    }
    Tree grown = tree;
    Tree known = grown == null ? grow() : grown;
    CharTrie trie = known.trie;
    int[] found = UNKNOWN;
    int node = 0;
    for (int i = from; i < to; i++) {
      node = trie.child(node, text.charAt(i));
      if (node == 0) {
        return found;
      }
      int value = trie.valueAt(node);
      if (value != CharTrie.NONE && known.open[value] != null) {
        found = known.open[value];
      }
    }
    int value = trie.valueAt(node);
    return value != CharTrie.NONE && known.whole[value] != null ? known.whole[value] : found;
  }

  private Tree grow() {
    Map<String, Integer> numbers = new HashMap<>();
    int[][] open = new int[words.size() + beginnings.size()][];
    int[][] whole = new int[open.length][];
    TreeSet<String> all =
        new TreeSet<>(words.keySet()); // a beginning sorts before the words that start with it
    all.addAll(beginnings.keySet());
    for (String word : all) {
      int number = numbers.size();
      numbers.put(word, number);
      int[] within = UNKNOWN;
      for (int end = word.length() - 1; end > 0 && within == UNKNOWN; end--) {
        String shorter = word.substring(0, end);
        Integer beginning = beginnings.containsKey(shorter) ? numbers.get(shorter) : null;
        within = beginning == null ? within : open[beginning];
      }
      if (beginnings.containsKey(word)) {
        within = and(within, beginnings.get(word));
        open[number] = within;
      }
      if (words.containsKey(word)) {
        whole[number] = and(within, words.get(word));
      }
    }
    Tree grown = new Tree(CharTrie.of(numbers), open, whole);
    tree = grown;
    return grown;
  }

  private static int[] and(int[] symbols, int another) {
    int[] more = Arrays.copyOf(symbols, symbols.length + 1);
    more[symbols.length] = another;
    return more;
  }
}
