package hallmonitor.moderation.finding.encoder;

import java.util.Arrays;

/**
 * A prefix tree over arbitrary UTF-16 units, with its edges in one open hash table. Read-only once
 * built.
 */
final class PieceTrie {
  static final int NONE = -1;
  static final int ROOT = 0;

  private static final long FREE = -1;

  private long[] edges = emptyEdges(1 << 12);
  private int[] targets = new int[1 << 12];
  private int[] ids = new int[1 << 10];
  private int nodes = 1;

  PieceTrie() {
    Arrays.fill(ids, NONE);
  }

  void add(String piece, int start, int id) {
    int node = ROOT;
    for (int i = start; i < piece.length(); i++) {
      int next = child(node, piece.charAt(i));
      node = next == NONE ? grow(node, piece.charAt(i)) : next;
    }
    ids[node] = id;
  }

  /** Returns the child node for a unit, or {@link #NONE}. */
  int child(int node, char c) {
    int slot = slot(edges, edge(node, c));
    return edges[slot] == FREE ? NONE : targets[slot];
  }

  /** Returns the piece that ends at a node, or {@link #NONE}. */
  int id(int node) {
    return ids[node];
  }

  private int grow(int node, char c) {
    if (nodes == ids.length) {
      ids = Arrays.copyOf(ids, nodes * 2);
      Arrays.fill(ids, nodes, ids.length, NONE);
    }
    if (nodes * 2 > edges.length) {
      widen();
    }
    put(edges, targets, edge(node, c), nodes);
    return nodes++;
  }

  private void widen() {
    long[] moreEdges = emptyEdges(edges.length * 2);
    int[] moreTargets = new int[moreEdges.length];
    for (int i = 0; i < edges.length; i++) {
      if (edges[i] != FREE) {
        put(moreEdges, moreTargets, edges[i], targets[i]);
      }
    }
    edges = moreEdges;
    targets = moreTargets;
  }

  private static long[] emptyEdges(int length) {
    long[] edges = new long[length];
    Arrays.fill(edges, FREE);
    return edges;
  }

  private static void put(long[] edges, int[] targets, long edge, int target) {
    int slot = slot(edges, edge);
    edges[slot] = edge;
    targets[slot] = target;
  }

  private static long edge(int node, char c) {
    return ((long) node << Character.SIZE) | c;
  }

  /** Returns the slot of an edge, or the free slot where it would go. */
  private static int slot(long[] edges, long edge) {
    int mask = edges.length - 1;
    int slot = (int) ((edge * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (edges[slot] != FREE && edges[slot] != edge) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
