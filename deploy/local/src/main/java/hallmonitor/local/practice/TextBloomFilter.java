package hallmonitor.local.practice;

import java.util.BitSet;
import java.util.Objects;

/**
 * A filter over known texts in half a megabyte, regardless of the number of comments: "no" is
 * certain, "perhaps" needs a search.
 */
final class TextBloomFilter {
  private static final int BITS = 1 << 22;

  private final BitSet said = new BitSet(BITS);

  void add(PracticeComment comment) {
    said.set(bit(comment.post(), comment.parent(), comment.name(), comment.raw()));
  }

  boolean perhaps(PracticeComment.Draft draft) {
    return said.get(bit(draft.post(), draft.parent(), draft.name(), draft.raw()));
  }

  private static int bit(int post, int parent, String name, String raw) {
    int hash = Objects.hash(post, parent, name, raw);
    return (hash ^ hash >>> 16) & BITS - 1;
  }
}
