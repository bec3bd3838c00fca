package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.Letters;
import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that mean something by themselves. In a file, one entry a line: {@code category score
 * entry}; {@code word} is the whole word (its plural too), {@code word*} what begins so, {@code
 * *word*} what contains it.
 */
final class Lexicon {
  /**
   * @param score 0 for a phrase that the district's policy spares
   * @param open whether letters may follow
   * @param named whether the district's policy names it
   */
  record Entry(Category category, double score, String text, boolean open, boolean named) {}

  /**
   * @param from in the folded text
   * @param shown whether at least half of its letters were written out rather than starred
   */
  record Hit(Entry entry, int from, int to, boolean shown) {}

  private static final int MOST_STARS = 4;
  private static final int LETTERS = 27;

  private final List<Entry> entries = new ArrayList<>();
  private final CharTrie atStart = new CharTrie();
  private final CharTrie anywhere = new CharTrie();
  private final Set<String> innocent = new HashSet<>();
  private int longestInnocent;

  /**
   * @param named by the district's policy: they win over the files
   */
  Lexicon(List<String> files, String innocentFile, List<String> harmlessNames, NamedWords named) {
    files.forEach(file -> RuleFile.lines(file).forEach(this::add));
    RuleFile.lines(innocentFile).forEach(line -> addInnocent(line.text()));
    harmlessNames.forEach(this::addInnocent);
    named.allowed().forEach(this::addSpared);
    named.profanity().forEach(this::addNamed);
  }

  private void addNamed(String words) {
    String text = NormalisedText.of(words).text();
    innocent.remove(text);
    put(atStart, new Entry(Category.PROFANITY, NamedWords.PROFANE, text, false, true));
  }

  /** A phrase is spared as a whole: its words may count elsewhere. */
  private void addSpared(String words) {
    String text = NormalisedText.of(words).text();
    if (text.contains(" ")) {
      put(atStart, new Entry(Category.PROFANITY, 0, text, false, true));
    } else {
      addInnocent(text);
    }
  }

  private void addInnocent(String words) {
    for (String word : words.strip().split("[ ,]+")) {
      String plain = NormalisedText.of(word).text();
      innocent.add(plain);
      longestInnocent = Math.max(longestInnocent, plain.length());
    }
  }

  private void add(RuleFile.Line line) {
    String[] parts = line.text().split(" +", 3);
    if (parts.length < 3) {
      throw line.wrong("expected 'category score entry'");
    }
    Category category =
        Category.of(parts[0]).orElseThrow(() -> line.wrong("there is no category " + parts[0]));
    String text = NormalisedText.of(parts[2].replace("*", "")).text();
    put(
        parts[2].startsWith("*") ? anywhere : atStart,
        new Entry(category, Double.parseDouble(parts[1]), text, parts[2].endsWith("*"), false));
  }

  private void put(CharTrie trie, Entry entry) {
    entries.add(entry);
    trie.set(trie.add(entry.text()), entries.size() - 1);
  }

  /** All entries in the text, the longest at each place. */
  List<Hit> find(String folded) {
    List<Hit> hits = new ArrayList<>(0);
    boolean inWord = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean letter = Letters.isLetterOrDigit(c) || c == '*';
      if (letter && c != '*') {
        Walk walk = new Walk(folded, i);
        if (!inWord) {
          walk.from(atStart);
        }
        walk.from(anywhere);
        if (walk.best != null && !isInnocent(folded, walk.best)) {
          if (walk.best.entry.score() > 0) {
            hits.add(walk.best);
          }
          i = walk.best.to - 1;
        }
      }
      inWord = letter;
    }
    return hits;
  }

  private boolean isInnocent(String text, Hit hit) {
    // A word longer than any innocent one, plural included, need not be seen whole: one of 60,000
    // letters with a hit in every fourth would be read 15,000 times.
    int longest = longestInnocent + 1;
    int from = hit.from;
    while (from > 0 && hit.to - from <= longest && Letters.isLetter(text.charAt(from - 1))) {
      from--;
    }
    int to = hit.to;
    while (to < text.length() && to - from <= longest && Letters.isLetter(text.charAt(to))) {
      to++;
    }
    String word = text.substring(from, to);
    return innocent.contains(word)
        || (word.endsWith("s") && innocent.contains(word.substring(0, word.length() - 1)));
  }

  /**
   * One attempt to read entries from one place on. Letters written twice count once where the entry
   * has one.
   */
  private final class Walk {
    private final String text;
    private final int start;
    private CharTrie trie = atStart;
    private Hit best;

    Walk(String text, int start) {
      this.text = text;
      this.start = start;
    }

    void from(CharTrie root) {
      trie = root;
      step(0, start, 0, 0);
    }

    private void step(int node, int at, int stars, int letters) {
      int entry = trie.valueAt(node);
      if (entry != CharTrie.NONE) {
        take(entries.get(entry), at, stars, letters);
      }
      if (at >= text.length()) {
        return;
      }
      char c = text.charAt(at);
      if (c == '*') {
        for (int sign = 1; stars < MOST_STARS && sign <= LETTERS; sign++) {
          int child = trie.childBySign(node, sign);
          if (child != 0) {
            step(child, at + 1, stars + 1, letters);
          }
        }
        return;
      }
      int child = trie.child(node, c);
      if (child != 0) {
        step(child, at + 1, stars, letters + 1);
      } else if (at > start && c == text.charAt(at - 1) && c != ' ') {
        step(node, at + 1, stars, letters);
      }
    }

    private void take(Entry entry, int at, int stars, int letters) {
      boolean longer = best == null || at > best.to;
      if (longer && letters >= stars && letters >= 2 && (entry.open || endsWord(at))) {
        best = new Hit(entry, start, at, stars == 0 || letters > stars);
      }
    }

    private boolean endsWord(int at) {
      int end = at;
      if (end < text.length() && text.charAt(end) == 's') {
        end++;
      }
      return isEnd(at) || isEnd(end);
    }

    private boolean isEnd(int at) {
      return at >= text.length()
          || !(Letters.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '*');
    }
  }
}
