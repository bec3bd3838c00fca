package hallmonitor.moderation.finding.encoder;

import java.util.Arrays;

/**
 * A text as an encoder sees it: ids of pieces, and for each the part of the text that it came from.
 */
public final class Pieces {
  private int[] ids;
  private int[] from;
  private int[] to;
  private int count;

  Pieces(int capacity) {
    ids = new int[capacity];
    from = new int[capacity];
    to = new int[capacity];
  }

  void add(int id, int start, int end) {
    if (count == ids.length) {
      int more = count * 2 + 8;
      ids = Arrays.copyOf(ids, more);
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
    }
    ids[count] = id;
    from[count] = start;
    to[count++] = end;
  }

  /** Drops what was added after there were this many. */
  void cutTo(int most) {
    count = Math.min(count, most);
  }

  public int count() {
    return count;
  }

  public int id(int piece) {
    return ids[piece];
  }

  /** Index in the text of the first unit behind a piece; of a special piece, 0. */
  public int from(int piece) {
    return from[piece];
  }

  /** Index in the text after the last unit behind a piece; of a special piece, 0. */
  public int to(int piece) {
    return to[piece];
  }

  int[] ids() {
    return Arrays.copyOf(ids, count);
  }
}
