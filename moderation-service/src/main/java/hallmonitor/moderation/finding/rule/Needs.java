package hallmonitor.moderation.finding.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which parts of patterns a comment can satisfy at all. Hundreds of patterns begin with "I"; nearly
 * all of them are ruled out by one look, since no weapon and no place is spoken of.
 */
final class Needs {
  /** Some bits of a long row: which longs of it, and the bits in each. */
  private record Sparse(int[] at, long[] bits) {}

  private static final Sparse NONE = new Sparse(new int[0], new long[0]);

  private final Map<Set<Integer>, Integer> numbers = new HashMap<>();
  private Sparse[] bySymbol;

  /** The number of a need: one of these symbols must be somewhere in the comment. */
  int number(Set<Integer> symbols) {
    return numbers.computeIfAbsent(symbols, s -> numbers.size());
  }

  /** No need is added any more. */
  void seal() {
    Map<Integer, long[]> rows = new HashMap<>();
    numbers.forEach(
        (need, number) -> {
          for (int symbol : need) {
            rows.computeIfAbsent(symbol, s -> new long[longs()])[number >> 6] |= 1L << number;
          }
        });
    bySymbol = new Sparse[1 + rows.keySet().stream().mapToInt(s -> s).max().orElse(0)];
    Arrays.fill(bySymbol, NONE);
    rows.forEach((symbol, row) -> bySymbol[symbol] = sparse(row));
  }

  private static Sparse sparse(long[] row) {
    int[] at = IntStream.range(0, row.length).filter(i -> row[i] != 0).toArray();
    return new Sparse(at, Arrays.stream(at).mapToLong(i -> row[i]).toArray());
  }

  private int longs() {
    return (numbers.size() + 63) >> 6;
  }

  long[] metBy(Words words) {
    long[] met = new long[longs()];
    for (int at = 0; at < words.count(); at++) {
      for (int symbol : words.symbols(at)) {
        Sparse more = symbol < bySymbol.length ? bySymbol[symbol] : NONE;
        for (int i = 0; i < more.at.length; i++) {
          met[more.at[i]] |= more.bits[i];
        }
      }
    }
    return met;
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
