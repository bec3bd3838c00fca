package hallmonitor.moderation.finding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which parts of patterns a comment can satisfy at all. Hundreds of patterns begin with "I"; nearly
 * all of them are ruled out by one look, since no weapon and no place is spoken of.
 */
final class Needs {
  private static final long[] NONE = {};

  private final Map<Set<Integer>, Integer> numbers = new HashMap<>();
  private long[][] bySymbol;

  /** The number of a need: one of these symbols must be somewhere in the comment. */
  int number(Set<Integer> symbols) {
    return numbers.computeIfAbsent(symbols, s -> numbers.size());
  }

  /** No need is added any more. */
  void seal() {
    int symbols =
        1 + numbers.keySet().stream().flatMap(Set::stream).mapToInt(s -> s).max().orElse(0);
    bySymbol = new long[symbols][];
    Arrays.fill(bySymbol, NONE);
    numbers.forEach(
        (need, number) -> {
          for (int symbol : need) {
            if (bySymbol[symbol].length == 0) {
              bySymbol[symbol] = new long[longs()];
            }
            bySymbol[symbol][number >> 6] |= 1L << number;
          }
        });
  }

  private int longs() {
    return (numbers.size() + 63) >> 6;
  }

  long[] metBy(Words words) {
    long[] met = new long[longs()];
    for (int at = 0; at < words.count(); at++) {
      for (int symbol : words.symbols(at)) {
        long[] more = symbol < bySymbol.length ? bySymbol[symbol] : NONE;
        for (int i = 0; i < more.length; i++) {
          met[i] |= more[i];
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
