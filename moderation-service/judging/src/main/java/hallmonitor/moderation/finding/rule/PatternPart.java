package hallmonitor.moderation.finding.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One part of a pattern.
 *
 * @param alternatives sequences of symbols
 * @param firsts the symbols that these begin with, sorted
 * @param byFirst for each of those, the sequences that begin with it
 * @param text the marks, or the name of a slot
 * @param within the patterns of which one must fit there
 * @param apart whether a mark may stand before its first word
 */
record PatternPart(
    Sort sort,
    int[][] alternatives,
    int[] firsts,
    int[][][] byFirst,
    boolean optional,
    String text,
    List<WordPattern> within,
    boolean apart) {
  enum Sort {
    WORDS,
    /** Up to four words of any kind. */
    GAP,
    /** Where a sentence begins. */
    START,
    /** After one of these marks. */
    MARK,
    /** None of these words: before the pattern where it stands first, else next. */
    NOT,
    SLOT,
    WITHIN
  }

  /** The marks that a pattern can ask for; {@code $} is the end, {@code ~} any but that. */
  private static final String MARKS = ",:(\".-¶$~";

  private static final int[] NOTHING = {};
  private static final int[][] NONE = {};
  private static final int[][][] NO_SEQUENCES = {};
  private static final PatternPart GAP = of(Sort.GAP, "");

  private static PatternPart of(Sort sort, String text) {
    return new PatternPart(sort, NONE, NOTHING, NO_SEQUENCES, false, text, List.of(), true);
  }

  /** One that is no words, or null where these are words. */
  static @Nullable PatternPart sign(String written) {
    if (written.equals("..")) {
      return GAP;
    }
    if (written.equals("^")) {
      return of(Sort.START, "");
    }
    boolean optional = written.startsWith("[") && written.length() > 2;
    String marks = optional ? written.substring(1, written.length() - 1) : written;
    return marks.chars().allMatch(c -> MARKS.indexOf(c) >= 0)
        ? of(Sort.MARK, optional ? marks + " " : marks)
        : null;
  }

  static PatternPart words(List<int[]> alternatives, boolean optional, boolean apart) {
    int[] firsts =
        alternatives.stream().mapToInt(symbols -> symbols[0]).distinct().sorted().toArray();
    int[][][] byFirst =
        Arrays.stream(firsts)
            .mapToObj(
                first ->
                    alternatives.stream()
                        .filter(symbols -> symbols[0] == first)
                        .toArray(int[][]::new))
            .toArray(int[][][]::new);
    return new PatternPart(
        Sort.WORDS,
        alternatives.toArray(int[][]::new),
        firsts,
        byFirst,
        optional,
        "",
        List.of(),
        apart);
  }

  /** That it must not stand there. */
  PatternPart denied() {
    return new PatternPart(Sort.NOT, alternatives, firsts, byFirst, false, "", within, true);
  }

  static PatternPart slot(String name, boolean optional, boolean apart) {
    return new PatternPart(
        Sort.SLOT, NONE, NOTHING, NO_SEQUENCES, optional, name, List.of(), apart);
  }

  static PatternPart within(List<WordPattern> patterns, boolean optional, boolean apart) {
    return new PatternPart(Sort.WITHIN, NONE, NOTHING, NO_SEQUENCES, optional, "", patterns, apart);
  }

  /** Whether what follows it may be parted from what stands before. */
  boolean parts() {
    return switch (sort) {
      case MARK, START, NOT, GAP -> true;
      case WITHIN -> within.stream().anyMatch(WordPattern::partsAtEnd) || optional && apart;
      case WORDS, SLOT -> optional && apart;
    };
  }

  boolean allows(char mark) {
    return text.indexOf(mark) >= 0 || mark != ' ' && mark != '$' && text.indexOf('~') >= 0;
  }

  /** Of its sequences, in their order, those that can begin with a word of these symbols. */
  int[][] beginningWith(int[] symbols) {
    if (symbols.length == 1) {
      int at = Arrays.binarySearch(firsts, symbols[0]);
      return at < 0 ? NONE : byFirst[at];
    }
    return symbols.length == 0 ? NONE : alternatives;
  }

  /** The symbols that it can begin with. */
  Set<Integer> beginnings() {
    Set<Integer> symbols = new TreeSet<>();
    for (int[] alternative : alternatives) {
      symbols.add(alternative[0]);
    }
    return symbols;
  }

  /** Whether a match cannot do without its words. */
  boolean isNeeded() {
    return sort == Sort.WORDS && !optional;
  }
}
