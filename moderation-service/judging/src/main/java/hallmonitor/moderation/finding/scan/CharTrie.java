package hallmonitor.moderation.finding.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A prefix tree over the signs that rules are written in: a to z, ñ, apostrophe, space. Node 0 is
 * the root. Nodes lie in the order of their depth, the children of each side by side in the order
 * of their signs: so a node needs no more than a set of signs and the place of its first child, and
 * a tree of thousands of words stays near the processor.
 */
public final class CharTrie {
  public static final int NONE = -1;

  /** Of {@link #nodes}: what each node has in it, one after the other. */
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
   * @param values by word
   * @throws IllegalArgumentException naming the word that holds another sign
   */
  public static CharTrie of(Map<String, Integer> values) {
    values.keySet().forEach(CharTrie::check);
    List<int[]> nodes = new ArrayList<>();
    List<TreeMap<Integer, TreeMap<String, Integer>>> waiting = new ArrayList<>();
    nodes.add(new int[WIDTH]);
    waiting.add(byFirst(new TreeMap<>(values), nodes.get(0)));
    for (int node = 0; node < nodes.size(); node++) {
      nodes.get(node)[FIRST] = nodes.size();
      for (Map.Entry<Integer, TreeMap<String, Integer>> child : waiting.get(node).entrySet()) {
        nodes.get(node)[SIGNS] |= 1 << child.getKey();
        int[] added = new int[WIDTH];
        nodes.add(added);
        waiting.add(byFirst(child.getValue(), added));
      }
      waiting.set(node, new TreeMap<>());
    }
    return new CharTrie(nodes.stream().flatMapToInt(Arrays::stream).toArray());
  }

  /** The rests of words after their first sign; what is no more than the node is its value. */
  private static TreeMap<Integer, TreeMap<String, Integer>> byFirst(
      Map<String, Integer> rests, int[] node) {
    TreeMap<Integer, TreeMap<String, Integer>> children = new TreeMap<>();
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
   * @throws IllegalArgumentException when a word holds a sign that no rule is written in
   */
  public static void check(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (sign(word.charAt(i)) == 0) {
        throw new IllegalArgumentException("'" + word.charAt(i) + "' in '" + word + "'");
      }
    }
  }

  /** What is at a node, or {@link #NONE}. */
  public int valueAt(int node) {
    return nodes[node * WIDTH + VALUE];
  }

  /** The node that a letter leads to, or 0. */
  public int child(int node, char c) {
    return childBySign(node, sign(c));
  }

  /** The node that the {@code sign}th letter leads to, for signs from 1 to 27; or 0. */
  public int childBySign(int node, int sign) {
    int signs = nodes[node * WIDTH + SIGNS];
    int bit = 1 << sign;
    return (signs & bit) == 0
        ? 0
        : nodes[node * WIDTH + FIRST] + Integer.bitCount(signs & (bit - 1));
  }

  /** From 1 on; 0 for a sign that no rule is written in, which no node has a child for. */
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
