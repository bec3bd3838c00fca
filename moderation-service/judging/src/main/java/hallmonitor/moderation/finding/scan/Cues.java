package hallmonitor.moderation.finding.scan;

import hallmonitor.moderation.text.LetterForms;
import java.util.Arrays;
import java.util.Collection;

/**
 * A cheap filter before an expensive search: every text that the search could match contains one of
 * the cues. Checks all cues in one pass over the text; most comments contain none.
 */
public final class Cues {
  private static final int PAIRS = 1 << 10;

  private static final char WORD_START = '^';

  /**
   * One cue.
   *
   * @param atWord whether it counts only at the start of a word
   */
  private record Cue(String text, boolean atWord) {
    static Cue of(String written) {
      boolean atWord = written.charAt(0) == WORD_START;
      return new Cue(atWord ? written.substring(1) : written, atWord);
    }

    boolean isAt(String in, int i) {
      return in.startsWith(text, i)
          && (!atWord || i == 0 || !LetterForms.isLetterOrDigit(in.charAt(i - 1)));
    }
  }

  private final Cue[][] byPair = new Cue[PAIRS][];

  /**
   * Bit set of the character pairs that start a cue. Nearly all pairs of a text do not, and these
   * few bytes stay in the cache.
   */
  private final long[] begins = new long[PAIRS / Long.SIZE];

  /**
   * Compiles cues.
   *
   * @param cues at least two characters each, as they appear in the text; {@code ^as} matches "as
   *     you like" but not "was"
   */
  public Cues(Collection<String> cues) {
    for (String written : cues) {
      Cue cue = Cue.of(written);
      if (cue.text.length() < 2) {
        throw new IllegalArgumentException("'" + written + "' is too short to look for");
      }
      int pair = pair(cue.text.charAt(0), cue.text.charAt(1));
      Cue[] same = byPair[pair] == null ? new Cue[0] : byPair[pair];
      byPair[pair] = Arrays.copyOf(same, same.length + 1);
      byPair[pair][same.length] = cue;
      begins[pair >> 6] |= 1L << pair;
    }
  }

  private static int pair(char first, char second) {
    return (first * 31 + second) & (PAIRS - 1);
  }

  public boolean isIn(String text) {
    return isIn(text, 0);
  }

  /**
   * Returns whether the text contains a cue.
   *
   * @param from first index to check
   */
  public boolean isIn(String text, int from) {
    int end = text.length() - 1;
    char next = from < end ? text.charAt(from) : 0;
    for (int i = from; i < end; i++) {
      char first = next;
      next = text.charAt(i + 1);
      int pair = pair(first, next);
      if ((begins[pair >> 6] >>> pair & 1) != 0 && isAny(byPair[pair], text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAny(Cue[] cues, String text, int i) {
    for (Cue cue : cues) {
      if (cue.isAt(text, i)) {
        return true;
      }
    }
    return false;
  }
}
