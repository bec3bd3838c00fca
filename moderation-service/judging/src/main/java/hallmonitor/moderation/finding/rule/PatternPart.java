package hallmonitor.moderation.finding.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One part of a pattern.
 *
 * @param alternatives the sequences of symbols that match
 * @param firsts the symbols that these begin with, sorted
 * @param byFirst for each of these symbols, the sequences that begin with it
 * @param text the marks, or the name of a slot
 * @param within the patterns that can match there; one of them must
 * @param apart whether a punctuation mark may precede its first word
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
    /** The previous word is followed by one of these marks. */
    MARK,
    /**
     * None of these words may occur: before the match if this is the first part, otherwise next.
     */
    NOT,
    SLOT,
    WITHIN
  }

  /**
   * The marks that a pattern can require; {@code $} is the end, {@code ~} any mark except the end.
   */
  private static final String MARKS = ",:(\".-¶$~";

  private static final int[] NOTHING = {};
  private static final int[][] NONE = {};
  private static final int[][][] NO_SEQUENCES = {};
  private static final PatternPart GAP = of(Sort.GAP, "");

  private static PatternPart of(Sort sort, String text) {
    return new PatternPart(sort, NONE, NOTHING, NO_SEQUENCES, false, text, List.of(), true);
  }

  /** Returns a part that is not made of words, or null if the text is made of words. */
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

  /** Returns a part that requires that this one does not match. */
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

  /** Returns whether a mark may separate the following part from the preceding one. */
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

  /** Returns the sequences, in their order, that can begin with a word with these symbols. */
  int[][] beginningWith(int[] symbols) {
    if (symbols.length == 1) {
      int at = Arrays.binarySearch(firsts, symbols[0]);
      return at < 0 ? NONE : byFirst[at];
    }
    return symbols.length == 0 ? NONE : alternatives;
  }

  /** Returns the symbols that a match can begin with. */
  Set<Integer> beginnings() {
    Set<Integer> symbols = new TreeSet<>();
    for (int[] alternative : alternatives) {
      symbols.add(alternative[0]);
    }
    return symbols;
  }

  /** Returns whether every match needs these words. */
  boolean isNeeded() {
    return sort == Sort.WORDS && !optional;
  }
}
