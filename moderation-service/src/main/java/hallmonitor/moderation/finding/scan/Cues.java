package hallmonitor.moderation.finding.scan;

import java.util.Arrays;
import java.util.Collection;

/**
 * Pieces of text of which one is in every text that some costlier look could find anything in. One
 * pass over the text, however many there are: most comments have none, and are done with.
 */
public final class Cues {
  private static final int PAIRS = 1 << 10;

  private final String[][] byPair = new String[PAIRS][];

  /**
   * @param cues of two characters at least, as the text writes them
   */
  public Cues(Collection<String> cues) {
    for (String cue : cues) {
      if (cue.length() < 2) {
        throw new IllegalArgumentException("'" + cue + "' is too short to look for");
      }
      int pair = pair(cue.charAt(0), cue.charAt(1));
      String[] same = byPair[pair] == null ? new String[0] : byPair[pair];
      byPair[pair] = Arrays.copyOf(same, same.length + 1);
      byPair[pair][same.length] = cue;
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
    for (int i = from; i + 1 < text.length(); i++) {
      String[] cues = byPair[pair(text.charAt(i), text.charAt(i + 1))];
      if (cues != null) {
        for (String cue : cues) {
          if (text.startsWith(cue, i)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
