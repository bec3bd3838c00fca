package hallmonitor.moderation.finding.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rules out patterns that a comment cannot match. Hundreds of patterns start with "I"; one check
 * excludes nearly all of them, because the comment mentions no weapon and no place.
 */
final class PatternPrefilter {
  private final Map<Set<Integer>, Integer> numbers = new HashMap<>();

  /**
   * For each symbol, the start of the list of needs that it satisfies, as an index into {@link #at}
   * and {@link #bits}.
   */
  private int[] begin = {0};

  /** Index of a long in a row of bits, where each bit is a need. */
  private int[] at = {};

  /** Bits to set in that long. */
  private long[] bits = {};

  /** Registers a need and returns its number: the comment must contain one of these symbols. */
  int number(Set<Integer> symbols) {
    return numbers.computeIfAbsent(symbols, s -> numbers.size());
  }

  /** Ends the registration of needs. */
  void seal() {
    Map<Integer, long[]> rows = new HashMap<>();
    numbers.forEach(
        (need, number) -> {
          for (int symbol : need) {
            rows.computeIfAbsent(symbol, s -> new long[longs()])[number >> 6] |= 1L << number;
          }
        });
    int symbols = 1 + rows.keySet().stream().mapToInt(s -> s).max().orElse(0);
    int parts = rows.values().stream().mapToInt(row -> (int) used(row).count()).sum();
    begin = new int[symbols + 1];
    at = new int[parts];
    bits = new long[parts];
    int next = 0;
    for (int symbol = 0; symbol < symbols; symbol++) {
      begin[symbol] = next;
      long[] row = rows.getOrDefault(symbol, new long[0]);
      for (int used : used(row).toArray()) {
        at[next] = used;
        bits[next++] = row[used];
      }
    }
    begin[symbols] = next;
  }

  private static IntStream used(long[] row) {
    return IntStream.range(0, row.length).filter(i -> row[i] != 0);
  }

  private int longs() {
    return (numbers.size() + 63) >> 6;
  }

  long[] metBy(RuleWords words) {
    long[] met = new long[longs()];
    for (int word = 0; word < words.count(); word++) {
      for (int symbol : words.symbols(word)) {
        for (int i = from(symbol); i < from(symbol + 1); i++) {
          met[at[i]] |= bits[i];
        }
      }
    }
    return met;
  }

  /**
   * Returns the start for a symbol. A symbol that another rulebook added to the vocabulary meets no
   * need here.
   */
  private int from(int symbol) {
    return begin[Math.min(symbol, begin.length - 1)];
  }

  static boolean areMet(int[] needs, long[] met) {
    for (int need : needs) {
      if ((met[need >> 6] & 1L << need) == 0) {
        return false;
      }
    }
    return true;
  }
}
