package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.rule.PatternPart.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A sequence of words as rules write it (see {@code patterns/README.md}). A match never crosses the
 * end of a sentence; in a form, which lists every mark, it crosses only the marks that the pattern
 * lists. Matching is bounded: short sequences, short gaps.
 */
final class WordPattern {
  private static final int GAP = 4;

  private final List<PatternPart> parts = new ArrayList<>();

  /** Whether the pattern lists every mark. */
  private final boolean form;

  /** Whether it is matched within another pattern. */
  private final boolean inner;

  private WordPattern(boolean form, boolean inner) {
    this.form = form;
    this.inner = inner;
  }

  static WordPattern of(String text, Map<String, List<String>> lists, Vocabulary vocabulary) {
    WordPattern pattern = new WordPattern(false, false);
    for (String part : text.strip().split(" +")) {
      PatternPart sign = part.equals("..") || part.equals("^") ? PatternPart.sign(part) : null;
      pattern.parts.add(sign == null ? words(part, lists, vocabulary, true) : sign);
    }
    PatternPart first = pattern.parts.get(0);
    if (first.sort() == Sort.GAP || first.optional()) {
      throw new IllegalArgumentException(
          "a pattern starts with a word that must be there, not with '..' or '[...]'");
    }
    return pattern;
  }

  /**
   * Creates the pattern of a form, with marks, slots and the named parts of its file.
   *
   * @param named the named patterns
   * @param inner whether this pattern is itself a named one
   */
  static WordPattern ofForm(
      String text,
      Map<String, List<String>> lists,
      Map<String, List<WordPattern>> named,
      Vocabulary vocabulary,
      boolean inner) {
    WordPattern pattern = new WordPattern(true, inner);
    boolean apart = false;
    for (String part : text.strip().split(" +")) {
      PatternPart sign = PatternPart.sign(part);
      boolean optional = part.startsWith("[<");
      String slot = optional ? part.substring(1, part.length() - 1) : part;
      if (sign != null) {
        pattern.parts.add(sign);
      } else if (part.startsWith("!<")) {
        String name = part.substring(2, part.length() - 1);
        pattern.parts.add(PatternPart.within(named(name, named), false, true).denied());
      } else if (part.startsWith("!")) {
        pattern.parts.add(words(part.substring(1), lists, vocabulary, true).denied());
      } else if (slot.startsWith("<") && slot.endsWith(">") && !slot.equals("<number>")) {
        String name = slot.substring(1, slot.length() - 1);
        pattern.parts.add(
            named.containsKey(name)
                ? PatternPart.within(named.get(name), optional, apart)
                : PatternPart.slot(name, optional, apart));
      } else {
        pattern.parts.add(words(part, lists, vocabulary, apart));
      }
      apart = pattern.parts.get(pattern.parts.size() - 1).parts();
    }
    return pattern;
  }

  private static List<WordPattern> named(String name, Map<String, List<WordPattern>> named) {
    if (!named.containsKey(name)) {
      throw new IllegalArgumentException("there is no part '" + name + "' above this line");
    }
    return named.get(name);
  }

  private static PatternPart words(
      String part, Map<String, List<String>> lists, Vocabulary vocabulary, boolean apart) {
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
    return PatternPart.words(alternatives, optional, apart);
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

  /** Returns whether a mark may separate the pattern from what follows it. */
  boolean partsAtEnd() {
    return parts.get(parts.size() - 1).parts();
  }

  /** Returns the part that determines the first word of a match; empty if that can be any word. */
  private Optional<PatternPart> first() {
    return parts.stream()
        .filter(p -> p.sort() != Sort.START && p.sort() != Sort.MARK && p.sort() != Sort.NOT)
        .findFirst()
        .filter(PatternPart::isNeeded);
  }

  /** Returns the symbols that a match can begin with; none if it can begin with any word. */
  Set<Integer> beginnings() {
    return first().map(PatternPart::beginnings).orElse(Set.of());
  }

  /**
   * Returns, for each required part except the first, the symbols that can satisfy it (one is
   * enough), the most selective part first.
   */
  List<Set<Integer>> needs() {
    int first = first().map(parts::indexOf).orElse(-1);
    return IntStream.range(0, parts.size())
        .filter(i -> i != first)
        .mapToObj(parts::get)
        .filter(PatternPart::isNeeded)
        .map(PatternPart::beginnings)
        .sorted(Comparator.comparingInt(Set::size))
        .toList();
  }

  /** Returns the index after the last word of a match that begins at a word, or -1. */
  int match(Trial trial, int at) {
    return match(trial, at, 0, at);
  }

  /**
   * @param first no word before this index is examined
   */
  private int match(Trial trial, int at, int index, int first) {
    if (index == parts.size()) {
      return at;
    }
    PatternPart part = parts.get(index);
    return switch (part.sort()) {
      case START -> trial.words.opensSentence(at) ? match(trial, at, index + 1, first) : -1;
      case MARK -> part.allows(trial.words.mark(at)) ? match(trial, at, index + 1, first) : -1;
      case NOT ->
          isThere(trial, index == 0 && !inner ? at - 1 : at, part)
              ? -1
              : match(trial, at, index + 1, first);
      case GAP -> gap(trial, at, index, first);
      case SLOT -> slot(trial, at, index, first);
      case WITHIN -> within(trial, at, index, first);
      case WORDS -> words(trial, at, index, first);
    };
  }

  private int words(Trial trial, int at, int index, int first) {
    PatternPart part = parts.get(index);
    int[][] may =
        at < trial.words.count() ? part.beginningWith(trial.words.symbols(at)) : new int[0][];
    for (int[] alternative : may) {
      if (holds(trial.words, at, alternative, first, part)) {
        int end = match(trial, at + alternative.length, index + 1, first);
        if (end >= 0) {
          return end;
        }
      }
    }
    return part.optional() ? match(trial, at, index + 1, first) : -1;
  }

  private int gap(Trial trial, int at, int index, int first) {
    for (int skip = 0; skip <= GAP; skip++) {
      int end = match(trial, at + skip, index + 1, first);
      if (end >= 0) {
        for (int i = at; i < at + skip; i++) {
          trial.free[i] = true;
        }
        return end;
      }
      if (at + skip >= trial.words.count()
          || (at + skip > first && trial.words.opensSentence(at + skip))) {
        return -1;
      }
    }
    return -1;
  }

  private int slot(Trial trial, int at, int index, int first) {
    PatternPart part = parts.get(index);
    boolean may = at < trial.words.count() && isJoined(trial.words, at, first, part);
    int to = may ? trial.slots.end(part.text(), at) : -1;
    int end = to < 0 ? -1 : match(trial, to, index + 1, first);
    if (end >= 0) {
      trial.fill(part.text(), at, to);
      return end;
    }
    return part.optional() ? match(trial, at, index + 1, first) : -1;
  }

  private int within(Trial trial, int at, int index, int first) {
    PatternPart part = parts.get(index);
    for (WordPattern pattern : part.within()) {
      int to = pattern.match(trial, at, 0, part.apart() ? at : first);
      int end = to < 0 ? -1 : match(trial, to, index + 1, first);
      if (end >= 0) {
        return end;
      }
    }
    return part.optional() ? match(trial, at, index + 1, first) : -1;
  }

  private boolean isJoined(RuleWords words, int at, int first, PatternPart part) {
    return at == first || part.apart() || words.mark(at) == ' ';
  }

  private boolean holds(RuleWords words, int at, int[] symbols, int first, PatternPart part) {
    if (at + symbols.length > words.count() || form && !isJoined(words, at, first, part)) {
      return false;
    }
    for (int i = 0; i < symbols.length; i++) {
      boolean broken =
          form ? i > 0 && words.mark(at + i) != ' ' : at + i > first && words.opensSentence(at + i);
      if (!words.is(at + i, symbols[i]) || broken) {
        return false;
      }
    }
    return true;
  }

  private static boolean isThere(Trial trial, int at, PatternPart part) {
    RuleWords words = trial.words;
    for (WordPattern pattern : part.within()) {
      if (pattern.match(trial, at) >= 0) {
        return true;
      }
    }
    for (int[] alternative : part.alternatives()) {
      int k = 0;
      while (k < alternative.length
          && at + k >= 0
          && at + k < words.count()
          && words.is(at + k, alternative[k])) {
        k++;
      }
      if (k == alternative.length) {
        return true;
      }
    }
    return false;
  }
}
