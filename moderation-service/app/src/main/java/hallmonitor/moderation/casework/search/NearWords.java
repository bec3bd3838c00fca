package hallmonitor.moderation.casework.search;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Words that are nearly the same. Each word is stored with all that is left of it without one of
 * its letters. Two words that share such a rest differ in one letter, two neighbors that changed
 * places, or two letters far apart. (W. Garbe, SymSpell, 2012.)
 */
public final class NearWords {
  /** Shorter words have too many neighbors, and longer ones are rarely words. */
  public static final int SHORTEST = 4;

  public static final int LONGEST = 20;

  /** From this length on, two differences still are the same word. */
  private static final int LONG = 8;

  private NearWords() {}

  /** Returns whether a word has neighbors: letters only, neither short nor long. */
  public static boolean isPossible(String folded) {
    return folded.length() >= SHORTEST
        && folded.length() <= LONGEST
        && folded.chars().allMatch(Character::isLetter);
  }

  /** Returns the word, and what is left of it without each one of its letters. */
  public static Set<String> rests(String folded) {
    Set<String> rests = new LinkedHashSet<>();
    rests.add(folded);
    for (int i = 0; i < folded.length(); i++) {
      rests.add(folded.substring(0, i) + folded.substring(i + 1));
    }
    return rests;
  }

  /** Returns whether two words are near enough to mean the same. */
  public static boolean isNear(String one, String other) {
    return distance(one, other) <= (one.length() >= LONG ? 2 : 1);
  }

  /**
   * Returns how many letters must be added, left out, replaced, or swapped with their neighbor to
   * make one of the other.
   */
  public static int distance(String one, String other) {
    int[][] costs = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, one, other, i, j);
      }
    }
    return costs[one.length()][other.length()];
  }

  private static int cost(int[][] costs, String one, String other, int i, int j) {
    int replaced = costs[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
  }
}
