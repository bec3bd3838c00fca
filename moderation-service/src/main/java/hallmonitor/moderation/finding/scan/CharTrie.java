package hallmonitor.moderation.finding.scan;

import java.util.Arrays;

/**
 * A prefix tree over the signs that rules are written in: a to z, ñ, apostrophe, space. Node 0 is
 * the root.
 */
public final class CharTrie {
  public static final int NONE = -1;
  private static final int WIDTH = 32;

  private int[] next = new int[WIDTH * 64];
  private int[] value = new int[64];
  private int nodes = 1;

  public CharTrie() {
    Arrays.fill(value, NONE);
  }

  /** Gives back the node of a word, making it if need be. */
  public int add(String word) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      int sign = sign(word.charAt(i));
      if (sign == 0) {
        throw new IllegalArgumentException("'" + word.charAt(i) + "' in '" + word + "'");
      }
      if (next[node * WIDTH + sign] == 0) {
        int added = newNode(); // before 'next' is looked at: it may be moved
        next[node * WIDTH + sign] = added;
      }
      node = next[node * WIDTH + sign];
    }
    return node;
  }

  private int newNode() {
    if (nodes == value.length) {
      next = Arrays.copyOf(next, next.length * 2);
      value = Arrays.copyOf(value, nodes * 2);
      Arrays.fill(value, nodes, nodes * 2, NONE);
    }
    return nodes++;
  }

  public void set(int node, int newValue) {
    value[node] = newValue;
  }

  /** What is at a node, or {@link #NONE}. */
  public int valueAt(int node) {
    return value[node];
  }

  /** The node that a letter leads to, or 0. */
  public int child(int node, char c) {
    int sign = sign(c);
    return sign == 0 ? 0 : next[node * WIDTH + sign];
  }

  /** The node that the {@code sign}th letter leads to, for signs from 1 to 27; or 0. */
  public int childBySign(int node, int sign) {
    return next[node * WIDTH + sign];
  }

  private static int sign(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 1;
    }
    switch (c) {
      case 'ñ':
        return 27;
      case ' ':
        return 28;
      case '\'':
        return 29;
      default:
        return 0;
    }
  }
}
