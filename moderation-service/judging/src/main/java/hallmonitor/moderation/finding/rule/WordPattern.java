package hallmonitor.moderation.finding.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pattern of words, written as {@code {i-will} .. {hurt} you/him}: a list's name in braces,
 * alternatives between slashes, {@code [word]} for an optional word, {@code ..} for up to four
 * words of any kind, {@code ^} for the start of a sentence. A match never crosses a sentence end.
 * Short sequences and short gaps bound the work.
 */
final class WordPattern {
  private static final int GAP = 4;

  /**
   * One part of a pattern.
   *
   * @param alternatives sequences of symbols; empty for a gap
   */
  private record Element(int[][] alternatives, boolean optional, boolean gap, boolean start) {}

  private final List<Element> elements = new ArrayList<>();

  static WordPattern of(String text, Map<String, List<String>> lists, Vocabulary vocabulary) {
    WordPattern pattern = new WordPattern();
    for (String part : text.strip().split(" +")) {
      pattern.elements.add(element(part, lists, vocabulary));
    }
    if (pattern.elements.get(0).gap || pattern.elements.get(0).optional) {
      throw new IllegalArgumentException(
          "a pattern starts with a word that must be there, not with '..' or '[...]'");
    }
    return pattern;
  }

  private static Element element(
      String part, Map<String, List<String>> lists, Vocabulary vocabulary) {
    if (part.equals("..") || part.equals("^")) {
      return new Element(new int[0][], false, part.equals(".."), part.equals("^"));
    }
    boolean optional = part.startsWith("[");
    if (optional != part.endsWith("]")) {
      throw new IllegalArgumentException(
          "'" + part + "' has one bracket; what may be left out is one word or a/b, as '[word]'");
    }
    List<int[]> alternatives = new ArrayList<>();
    for (String word : (optional ? part.substring(1, part.length() - 1) : part).split("/")) {
      List<String> phrases =
          word.startsWith("{") ? listed(word, lists) : List.of(word.replace('_', ' '));
      for (String phrase : phrases) {
        if (phrase.chars().anyMatch(Character::isDigit)) {
          throw new IllegalArgumentException(
              "'" + phrase + "': for anything that begins with a digit write <number>");
        }
        String[] words = phrase.split(" ");
        int[] symbols = new int[words.length];
        for (int i = 0; i < words.length; i++) {
          symbols[i] = vocabulary.symbol(words[i]);
        }
        alternatives.add(symbols);
      }
    }
    return new Element(alternatives.toArray(int[][]::new), optional, false, false);
  }

  /** Returns the phrases of a list named in braces. */
  static List<String> listed(String name, Map<String, List<String>> lists) {
    List<String> phrases =
        name.endsWith("}") ? lists.get(name.substring(1, name.length() - 1)) : null;
    if (phrases == null) {
      throw new IllegalArgumentException(
          "there is no list "
              + name
              + " above this line; write one as 'list NAME: word, word', or mend its name here");
    }
    return phrases;
  }

  /** Returns the symbols that a match can start with. */
  Set<Integer> beginnings() {
    return beginnings(elements.get(elements.get(0).start ? 1 : 0));
  }

  private static Set<Integer> beginnings(Element element) {
    Set<Integer> symbols = new TreeSet<>();
    for (int[] alternative : element.alternatives) {
      symbols.add(alternative[0]);
    }
    return symbols;
  }

  /**
   * Returns, for each required part except the first, the symbols of which it needs one, the most
   * selective first.
   */
  List<Set<Integer>> needs() {
    return elements.stream()
        .skip(elements.get(0).start ? 2 : 1)
        .filter(e -> !e.optional && !e.gap && !e.start)
        .map(WordPattern::beginnings)
        .sorted(Comparator.comparingInt(Set::size))
        .toList();
  }

  /**
   * Returns the index after the last word of a match that starts at a word, or -1.
   *
   * @param free records the words that a gap skipped
   */
  int match(RuleWords words, int at, boolean[] free) {
    return match(words, at, 0, at, free);
  }

  private int match(RuleWords words, int at, int index, int first, boolean[] free) {
    if (index == elements.size()) {
      return at;
    }
    Element element = elements.get(index);
    if (element.start) {
      return words.opensSentence(at) ? match(words, at, index + 1, first, free) : -1;
    }
    if (element.gap) {
      for (int skip = 0; skip <= GAP; skip++) {
        int end = match(words, at + skip, index + 1, first, free);
        if (end >= 0) {
          for (int i = at; i < at + skip; i++) {
            free[i] = true;
          }
          return end;
        }
        if (at + skip >= words.count() || (at + skip > first && words.opensSentence(at + skip))) {
          return -1;
        }
      }
      return -1;
    }
    for (int[] alternative : element.alternatives) {
      if (holds(words, at, alternative, first)) {
        int end = match(words, at + alternative.length, index + 1, first, free);
        if (end >= 0) {
          return end;
        }
      }
    }
    return element.optional ? match(words, at, index + 1, first, free) : -1;
  }

  private static boolean holds(RuleWords words, int at, int[] symbols, int first) {
    if (at + symbols.length > words.count()) {
      return false;
    }
    for (int i = 0; i < symbols.length; i++) {
      if (!words.is(at + i, symbols[i]) || (at + i > first && words.opensSentence(at + i))) {
        return false;
      }
    }
    return true;
  }
}
