package hallmonitor.moderation.finding.scan;

import hallmonitor.moderation.text.LetterForms;
import java.util.Arrays;
import java.util.Collection;

/**
 * Pieces of text of which one is in every text that some costlier look could find anything in. One
 * pass over the text, however many there are: most comments have none, and are done with.
 */
public final class Cues {
  private static final int PAIRS = 1 << 10;

  private static final char WORD_START = '^';

  /**
   * @param atWord whether it counts only where a word begins
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

  /** Which pairs begin a cue: nearly all of a text's do not, and these few bytes stay at hand. */
  private final long[] begins = new long[PAIRS / Long.SIZE];

  /**
   * @param cues of two characters at least, as the text writes them; {@code ^as} is found in "as
   *     you like", not in "was"
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
   * @param from where to begin to look
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
