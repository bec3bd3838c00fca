package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.LetterForms;
import java.util.Arrays;

/**
 * The features of the linear model: folded words, pairs of neighboring and of nearby words, and
 * pieces of 3 to 5 letters within words. Each feature is a bucket of a table, so no strings are
 * built. Training and judging share this class.
 */
public final class Features {
  private static final int BUCKET_BITS = 18;
  public static final int BUCKETS = 1 << BUCKET_BITS;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;
  private static final int WORD_CUT = 30;
  private static final int MOST_WORDS = 400;
  private static final int NEAR = 3;

  /** Bits that hold how far apart the words of a pair are. */
  private static final int NEAR_BITS = 2;

  /** Texts with fewer features are filled up with {@link #PADDING}. */
  private static final int FEWEST = 80;

  private static final int BASIS = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  /**
   * Feature that fills up short texts. Its weight carries what is known before a word is read;
   * without it, a text of one or two words would be called even odds.
   */
  public static final int PADDING = bucket('p', BASIS);

  /** Estimated features per letter of text. */
  private static final int OF_A_LETTER = 4;

  private final char[] text;

  /** The first word of each feature, how many words further its last one is, and its bucket. */
  private int[] features;

  private int count;
  private int[] from = new int[24];
  private int[] to = new int[24];
  private int[] hashes = new int[24];
  private int wordCount;

  private Features(String folded) {
    text = folded.toCharArray();
    features = new int[Math.min(1024, OF_A_LETTER * text.length) + 16];
  }

  /** Extracts the features of the first 400 words. */
  public static Features of(String folded) {
    Features features = new Features(folded);
    features.split();
    features.emit();
    return features;
  }

  private void split() {
    for (int i = 0; i < text.length && wordCount < MOST_WORDS; i++) {
      if (!LetterForms.isLetterOrDigit(text[i])) {
        continue;
      }
      int end = i;
      int hash = BASIS;
      while (end < text.length && isWithin(text[end])) {
        hash = text[end] == '\'' ? hash : mix(hash, text[end]);
        end++;
      }
      addWord(i, end, hash);
      i = end;
    }
  }

  private static boolean isWithin(char c) {
    return LetterForms.isLetterOrDigit(c) || c == '\'' || c == '*';
  }

  private void addWord(int start, int end, int hash) {
    if (wordCount == from.length) {
      from = Arrays.copyOf(from, wordCount * 2);
      to = Arrays.copyOf(to, wordCount * 2);
      hashes = Arrays.copyOf(hashes, wordCount * 2);
    }
    from[wordCount] = start;
    to[wordCount] = end;
    hashes[wordCount++] = hash;
  }

  private void emit() {
    for (int w = 0; w < wordCount; w++) {
      add('w', hashes[w], w, 0);
      if (w + 1 < wordCount) {
        add('b', mix(hashes[w], ' ') * PRIME + hashes[w + 1], w, 1);
      }
      for (int near = 2; near <= NEAR && w + near < wordCount; near++) {
        add('s', mix(hashes[w], '~') * PRIME + hashes[w + near], w, near);
      }
      pieces(w);
    }
  }

  /**
   * Adds the letter pieces of a word. Underscores mark its start and end, so that beginnings and
   * endings differ from middles.
   */
  private void pieces(int w) {
    int start = from[w];
    int end = Math.min(to[w], start + WORD_CUT);
    int open = mix(BASIS, '_');
    for (int i = start - 1; i <= end; i++) {
      int hash = i < start ? open : BASIS;
      int last = Math.min(i + LONGEST, end);
      for (int k = Math.max(i, start); k < last; k++) {
        hash = mix(hash, text[k]);
        if (k - i + 1 >= SHORTEST) {
          add('c', hash, w, 0);
        }
      }
      if (i + LONGEST > end && end - i + 1 >= SHORTEST) {
        add('c', mix(hash, '_'), w, 0);
      }
    }
  }

  private void add(char kind, int hash, int word, int further) {
    if (count == features.length) {
      features = Arrays.copyOf(features, count * 2);
    }
    features[count++] = (((word << NEAR_BITS) | further) << BUCKET_BITS) | bucket(kind, hash);
  }

  private static int bucket(char kind, int hash) {
    int h = mix(hash, kind);
    h ^= h >>> 15;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    return h & (BUCKETS - 1);
  }

  private static int mix(int hash, char c) {
    return (hash ^ c) * PRIME;
  }

  public int count() {
    return count;
  }

  public int bucket(int feature) {
    return features[feature] & (BUCKETS - 1);
  }

  /**
   * Returns the value of each feature. Long texts weigh no more than short ones, and very short
   * texts weigh less.
   */
  public float value() {
    return (float) (1 / Math.sqrt(Math.max(FEWEST, count)));
  }

  /** Returns how often {@link #PADDING} is added, 0 to 80, each time with the same value. */
  public int padding() {
    return Math.max(0, FEWEST - count);
  }

  /** Returns the index of the word that a feature starts with. */
  int wordOf(int feature) {
    return features[feature] >>> (BUCKET_BITS + NEAR_BITS);
  }

  /** Returns the index of the word that a feature ends with: for a pair, its second word. */
  int lastWordOf(int feature) {
    return wordOf(feature) + ((features[feature] >>> BUCKET_BITS) & ((1 << NEAR_BITS) - 1));
  }

  int wordCount() {
    return wordCount;
  }

  /** Returns a folded word, with its apostrophes. */
  String word(int word) {
    return String.valueOf(text, from[word], to[word] - from[word]);
  }

  int from(int word) {
    return from[word];
  }

  int to(int word) {
    return to[word];
  }
}
