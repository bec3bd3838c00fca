package hallmonitor.moderation.finding.lexicon;

import java.util.List;

/**
 * Misspellings of the longer strong entries: one letter added, missing, wrong, or swapped with its
 * neighbor. All spellings are stored as 64-bit hashes in a table, so that each word costs one
 * lookup. The first letter must be right. Five-letter words match only swaps, because they have too
 * many neighbors.
 */
final class Typos {
  static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int SHORTEST = 5;
  private static final int SHORTEST_FREE = 7;
  private static final int SHORTEST_REPLACED = 8;
  private static final int LONGEST = 24;

  private long[] keys = new long[1 << 12];
  private int[] values = new int[1 << 12];
  private int size;

  /**
   * Bit set over the last bits of all hashes. It stays in the processor's cache, unlike the table,
   * and rules out nearly all words of a comment.
   */
  private final long[] seen = new long[1 << 14];

  Typos(List<LexiconEntry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      LexiconEntry entry = entries.get(i);
      if (entry.glued()) {
        spellings(entry.text(), i);
        spellings(entry.text() + "s", i);
      }
    }
  }

  private void spellings(String word, int entry) {
    int n = word.length();
    if (n < SHORTEST || n > LONGEST - 1) {
      return;
    }
    for (int i = 1; i < n; i++) {
      String before = word.substring(0, i);
      if (i + 1 < n && word.charAt(i) != word.charAt(i + 1)) {
        put(before + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2), entry);
      }
      if (n < SHORTEST_FREE) {
        continue;
      }
      if (i + 1 < n) {
        put(before + word.substring(i + 1), entry);
      }
      for (char c = 'a'; c <= 'z'; c++) {
        put(before + c + word.substring(i), entry);
        if (n >= SHORTEST_REPLACED && i + 1 < n) {
          put(before + c + word.substring(i + 1), entry);
        }
      }
    }
  }

  private void put(String spelling, int entry) {
    if (size * 2 > keys.length) {
      grow();
    }
    long hash = BASIS;
    for (int i = 0; i < spelling.length(); i++) {
      hash = mix(hash, spelling.charAt(i));
    }
    put(hash, entry);
  }

  private void put(long hash, int entry) {
    seen[seenAt(hash)] |= 1L << hash;
    int slot = slot(hash);
    if (keys[slot] == 0) {
      keys[slot] = hash;
      values[slot] = entry;
      size++;
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }

  private int slot(long hash) {
    int slot = (int) (hash ^ hash >>> 32) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != hash) {
      slot = slot + 1 & (keys.length - 1);
    }
    return slot;
  }

  /** Returns the index in {@link #seen} for a hash; its last six bits select the bit. */
  private int seenAt(long hash) {
    return (int) (hash >>> 6) & (seen.length - 1);
  }

  static long mix(long hash, char c) {
    return (hash ^ c) * PRIME;
  }

  /** Returns the entry that a word of this hash and length misspells, or -1. */
  int entry(long hash, int length) {
    if (length < SHORTEST || length > LONGEST) {
      return -1;
    }
    if ((seen[seenAt(hash)] >>> hash & 1) == 0) {
      return -1;
    }
    int slot = slot(hash);
    return keys[slot] == 0 ? -1 : values[slot];
  }
}
