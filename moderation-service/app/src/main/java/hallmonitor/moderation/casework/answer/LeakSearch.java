package hallmonitor.moderation.casework.answer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Searches texts for words that the public must not get. Case, accents, white space and punctuation
 * make no difference. Of a long text, {@value #WINDOW} words in a row are kept at a time, so that
 * each run of {@value #SURE} of its words in a row is found, not only the whole. What has no
 * letters or digits, such as an emoji, is found as it is. Of an address, only the whole is. Few
 * words, such as a name or a number, are also found written together: "Ana Ruiz" in "#AnaRuiz".
 *
 * <p>Words are kept as hashes of 64 bits in plain arrays: a request can withhold 100,000 texts.
 */
public final class LeakSearch {
  /** Words that are compared together. */
  static final int WINDOW = 6;

  /** So many words in a row hold a whole window, wherever they begin. */
  static final int SURE = 2 * WINDOW - 1;

  /** Shorter ones that are written together are parts of the language. */
  private static final int SHORTEST_TOGETHER = 6;

  /**
   * An address with more words is searched for by its windows: comparing it whole costs as much.
   */
  private static final int LONGEST_WHOLE = 100;

  private static final long START = 0xcbf29ce484222325L;

  /** Where the hash of words that are written together starts. */
  private static final long TOGETHER = 0x9ae16a3b2f90404fL;

  private static final long STEP = 0x100000001b3L;

  private long[] hashes = new long[1024];
  private long[] items = new long[1024];
  private int kept;
  private int longest = WINDOW;
  private final Map<String, Set<Long>> signs = new TreeMap<>();

  private LeakSearch() {}

  /** Prepares a search. */
  public static LeakSearch of(Stream<HiddenText> hidden) {
    LeakSearch search = new LeakSearch();
    hidden.forEach(search::add);
    search.sort();
    return search;
  }

  /** Orders hashes, and their items with them, so that those of one hash stand together. */
  private void sort() {
    int[] order =
        IntStream.range(0, kept)
            .boxed()
            .sorted(Comparator.comparingLong(i -> hashes[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] unordered = hashes;
    long[] theirs = items;
    hashes = Arrays.stream(order).mapToLong(i -> unordered[i]).toArray();
    items = Arrays.stream(order).mapToLong(i -> theirs[i]).toArray();
  }

  private void add(HiddenText hidden) {
    List<String> words = ComparedWords.of(hidden.text());
    String stripped = hidden.text().strip();
    if (words.isEmpty()) {
      if (!stripped.isEmpty()) {
        signs.computeIfAbsent(stripped, s -> new TreeSet<>()).add(hidden.item());
      }
      return;
    }
    if (hidden.whole() && words.size() <= LONGEST_WHOLE) {
      keep(hash(words), hidden.item());
      longest = Math.max(longest, words.size());
      return;
    }
    if (words.size() <= WINDOW && String.join("", words).length() >= SHORTEST_TOGETHER) {
      keep(together(words), hidden.item());
    }
    int last = Math.max(0, words.size() - WINDOW);
    for (int from = 0; from < last; from += WINDOW) {
      keep(hash(words.subList(from, from + WINDOW)), hidden.item());
    }
    keep(hash(words.subList(last, words.size())), hidden.item());
  }

  private static long hash(List<String> words) {
    long hash = START;
    for (String word : words) {
      hash = end(with(hash, word));
    }
    return hash;
  }

  private static long together(List<String> words) {
    long hash = TOGETHER;
    for (String word : words) {
      hash = with(hash, word);
    }
    return end(hash);
  }

  private void keep(long hash, long item) {
    if (kept == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * kept);
      items = Arrays.copyOf(items, 2 * kept);
    }
    hashes[kept] = hash;
    items[kept] = item;
    kept++;
  }

  /** Adds a word to a hash (FNV-1a over its signs). */
  private static long with(long hash, String word) {
    long next = hash;
    for (int i = 0; i < word.length(); i++) {
      next = (next ^ word.charAt(i)) * STEP;
    }
    return next;
  }

  /** Ends a word, so that "ab c" is not "a bc". */
  private static long end(long hash) {
    return (hash ^ 0x1F) * STEP;
  }

  private void add(Set<Long> found, long hash) {
    int at = Arrays.binarySearch(hashes, hash);
    if (at < 0) {
      return;
    }
    int first = at;
    while (first > 0 && hashes[first - 1] == hash) {
      first--;
    }
    for (int i = first; i < kept && hashes[i] == hash; i++) {
      found.add(items[i]);
    }
  }

  /** Returns the numbers of the items that have hidden words in this text. */
  public Set<Long> in(String text) {
    Set<Long> found = new TreeSet<>();
    List<String> words = ComparedWords.of(text);
    for (int from = 0; from < words.size(); from++) {
      long hash = START;
      long together = TOGETHER;
      for (int to = from; to < Math.min(words.size(), from + longest); to++) {
        hash = end(with(hash, words.get(to)));
        add(found, hash);
        if (to < from + WINDOW) {
          together = with(together, words.get(to));
          add(found, end(together));
        }
      }
    }
    signs.forEach(
        (sign, items) -> {
          if (text.contains(sign)) {
            found.addAll(items);
          }
        });
    return found;
  }
}
