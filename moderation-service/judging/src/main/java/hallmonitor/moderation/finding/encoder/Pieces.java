package hallmonitor.moderation.finding.encoder;

import java.util.Arrays;

/** A text as an encoder sees it: the piece ids and the part of the text behind each. */
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

  /** Drops all pieces after the first {@code most}. */
  void cutTo(int most) {
    count = Math.min(count, most);
  }

  public int count() {
    return count;
  }

  public int id(int piece) {
    return ids[piece];
  }

  /** Returns the text index of the first unit of a piece, or 0 for a special piece. */
  public int from(int piece) {
    return from[piece];
  }

  /** Returns the text index after the last unit of a piece, or 0 for a special piece. */
  public int to(int piece) {
    return to[piece];
  }

  int[] ids() {
    return Arrays.copyOf(ids, count);
  }
}
