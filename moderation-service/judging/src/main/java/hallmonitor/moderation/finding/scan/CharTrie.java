package hallmonitor.moderation.finding.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A prefix tree over the characters of rules: a to z, ñ, apostrophe, space. Node 0 is the root.
 * Nodes are stored by depth, with the children of a node side by side in character order. So a node
 * needs only its set of characters and the index of its first child, and a tree of thousands of
 * words fits in the processor's cache.
 */
public final class CharTrie {
  public static final int NONE = -1;

  /** Offsets of a node's fields in {@link #nodes}. */
  private static final int SIGNS = 0;

  private static final int FIRST = 1;
  private static final int VALUE = 2;
  private static final int WIDTH = 4;

  private static final byte[] SIGN = signs();

  private final int[] nodes;

  private CharTrie(int[] nodes) {
    this.nodes = nodes;
  }

  /**
   * Builds a tree.
   *
   * @param values by word
   * @throws IllegalArgumentException naming a word with another character
   */
  public static CharTrie of(Map<String, Integer> values) {
    values.keySet().forEach(CharTrie::check);
    List<int[]> nodes = new ArrayList<>();
    List<SortedMap<Integer, SortedMap<String, Integer>>> waiting = new ArrayList<>();
    nodes.add(new int[WIDTH]);
    waiting.add(byFirst(new TreeMap<>(values), nodes.get(0)));
    for (int node = 0; node < nodes.size(); node++) {
      nodes.get(node)[FIRST] = nodes.size();
      for (Map.Entry<Integer, SortedMap<String, Integer>> child : waiting.get(node).entrySet()) {
        nodes.get(node)[SIGNS] |= 1 << child.getKey();
        int[] added = new int[WIDTH];
        nodes.add(added);
        waiting.add(byFirst(child.getValue(), added));
      }
      waiting.set(node, new TreeMap<>());
    }
    return new CharTrie(nodes.stream().flatMapToInt(Arrays::stream).toArray());
  }

  /** Groups words by their first character; the empty rest holds the node's own value. */
  private static SortedMap<Integer, SortedMap<String, Integer>> byFirst(
      Map<String, Integer> rests, int[] node) {
    SortedMap<Integer, SortedMap<String, Integer>> children = new TreeMap<>();
    node[VALUE] = NONE;
    rests.forEach(
        (rest, value) -> {
          if (rest.isEmpty()) {
            node[VALUE] = value;
          } else {
            children
                .computeIfAbsent(sign(rest.charAt(0)), s -> new TreeMap<>())
                .put(rest.substring(1), value);
          }
        });
    return children;
  }

  /**
   * Checks a word.
   *
   * @throws IllegalArgumentException if it contains a character that rules cannot use
   */
  public static void check(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (sign(word.charAt(i)) == 0) {
        throw new IllegalArgumentException("'" + word.charAt(i) + "' in '" + word + "'");
      }
    }
  }

  /** Returns the value at a node, or {@link #NONE}. */
  public int valueAt(int node) {
    return nodes[node * WIDTH + VALUE];
  }

  /** Returns the child node for a character, or 0. */
  public int child(int node, char c) {
    return childBySign(node, sign(c));
  }

  /** Returns the child node for the {@code sign}th character, from 1 to 27, or 0. */
  public int childBySign(int node, int sign) {
    int signs = nodes[node * WIDTH + SIGNS];
    int bit = 1 << sign;
    return (signs & bit) == 0
        ? 0
        : nodes[node * WIDTH + FIRST] + Integer.bitCount(signs & (bit - 1));
  }

  /**
   * Returns the number of a character from 1, or 0 for one that rules cannot use, so that no node
   * has a child for it.
   */
  private static int sign(char c) {
    return c < SIGN.length ? SIGN[c] : 0;
  }

  private static byte[] signs() {
    byte[] signs = new byte[0x100];
    for (char c = 'a'; c <= 'z'; c++) {
      signs[c] = (byte) (c - 'a' + 1);
    }
    signs['ñ'] = 27;
    signs[' '] = 28;
    signs['\''] = 29;
    return signs;
  }
}
