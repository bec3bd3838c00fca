package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.Letters;
import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that mean something by themselves. In a file, one entry a line: {@code category score
 * entry}, where several categories are parted by commas. {@code word} is the whole word (its plural
 * too), {@code word*} what begins so, {@code *word} what ends so, {@code *word*} what contains it,
 * {@code +word+} a strong word, sought run together with everyday ones and misspelt as well. {@code
 * (name)} after it: it is somebody's name as well, and that is what it is taken for where it is
 * written as one.
 *
 * <p>Finds them written plainly, with signs for letters ({@link SignWalk}), cut in two ({@link
 * LexiconWalk}), and the longer ones with one letter wrong ({@link Typos}).
 */
final class Lexicon {
  /** Score of what may be the word and may be an innocent one: a person looks. */
  static final double UNSURE = 0.75;

  /** Score of what shows as few letters as it hides. */
  static final double BARELY_SHOWN = 0.6;

  /** Shorter ones with a star in them are seldom innocent. */
  private static final int SHORTEST_STARRED = 6;

  private static final String SPELLINGS = "spellings-";
  private static final String ENGLISH = "-en.";
  private static final String NAME = " (name)";

  /**
   * @param score 0 for an innocent phrase
   * @param open whether letters may follow
   * @param glued whether it is strong: sought within a run of everyday words, and misspelt
   * @param name whether people and places are called so
   * @param spelling whether it is only a way to write another entry
   * @param english whether it is of an English list
   * @param named whether the district's policy names it
   */
  record Entry(
      List<Category> categories,
      double score,
      String text,
      boolean open,
      boolean glued,
      boolean name,
      boolean spelling,
      boolean english,
      boolean named) {}

  /** How a word was hidden. */
  enum How {
    PLAIN(""),
    STARRED(", with most letters starred out"),
    IN_SIGNS(", with signs for letters"),
    IN_PIECES(", cut in pieces"),
    MISSPELT(", with a letter wrong");

    final String words;

    How(String words) {
      this.words = words;
    }
  }

  /**
   * @param from in the text that was searched
   * @param most its score is no higher than this
   */
  record Hit(Entry entry, int from, int to, double most, How how) {
    double score() {
      return Math.min(entry.score, most);
    }

    /** Whether it is an innocent phrase, which only hides the word in it. */
    boolean isPhrase() {
      return entry.categories.isEmpty();
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final CharTrie atStart = new CharTrie();
  private final CharTrie anywhere = new CharTrie();
  private final Everyday everyday = new Everyday();
  private final Set<String> innocent = new HashSet<>();
  private final Typos typos;
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
    typos = new Typos(entries);
  }

  private void addNamed(String words) {
    String text = NormalisedText.of(words).text();
    innocent.remove(text);
    entries.add(
        new Entry(
            List.of(Category.PROFANITY),
            NamedWords.PROFANE,
            text,
            false,
            false,
            false,
            false,
            false,
            true));
    atStart.set(atStart.add(text), entries.size() - 1);
  }

  /** A phrase is spared as a whole: its words may count elsewhere. */
  private void addSpared(String words) {
    String text = NormalisedText.of(words).text();
    if (text.contains(" ")) {
      addPhrase(text);
    } else {
      addInnocent(text);
    }
  }

  private void addInnocent(String words) {
    for (String word : words.strip().split("[ ,]+")) {
      String plain = NormalisedText.of(word.replace('_', ' ')).text();
      if (plain.indexOf(' ') > 0) {
        addPhrase(plain);
      }
      innocent.add(plain);
      longestInnocent = Math.max(longestInnocent, plain.length());
    }
  }

  /** An innocent phrase is an entry that scores nothing: being longer, it hides the word within. */
  private void addPhrase(String phrase) {
    entries.add(new Entry(List.of(), 0, phrase, false, false, false, false, false, false));
    atStart.set(atStart.add(phrase), entries.size() - 1);
  }

  private void add(RuleFile.Line line) {
    String[] parts = line.text().split(" +", 3);
    if (parts.length < 3) {
      throw line.wrong("expected 'category score entry'");
    }
    List<Category> categories =
        Arrays.stream(parts[0].split(","))
            .map(c -> Category.of(c).orElseThrow(() -> line.wrong("there is no category " + c)))
            .toList();
    boolean name = parts[2].endsWith(NAME);
    String form = name ? parts[2].substring(0, parts[2].length() - NAME.length()) : parts[2];
    boolean glued = form.startsWith("+");
    String text = NormalisedText.of(form.replace("*", "").replace("+", "")).text();
    double score = Double.parseDouble(parts[1]);
    entries.add(
        new Entry(
            categories,
            score,
            text,
            form.endsWith("*"),
            glued,
            name,
            line.file().contains(SPELLINGS),
            line.file().contains(ENGLISH),
            false));
    boolean within = form.startsWith("*");
    if (within || glued) {
      anywhere.set(anywhere.add(text), entries.size() - 1);
    }
    if (!within) {
      atStart.set(atStart.add(text), entries.size() - 1);
    }
  }

  Entry entry(int number) {
    return entries.get(number);
  }

  CharTrie atStart() {
    return atStart;
  }

  CharTrie anywhere() {
    return anywhere;
  }

  Everyday everyday() {
    return everyday;
  }

  /** All entries in the folded text, the longest at each place. */
  List<Hit> find(String folded) {
    List<Hit> hits = new ArrayList<>(0);
    LexiconWalk walk = new LexiconWalk(this, folded);
    boolean inWord = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean letter = Letters.isLetterOrDigit(c) || c == '*';
      if (letter && c != '*') {
        Hit hit = walk.longest(i, inWord);
        hit = hit == null && !inWord ? misspelt(folded, i) : hit;
        if (hit != null && (hit.isPhrase() || !isInnocent(folded, hit.from, hit.to))) {
          hits.add(hit);
          i = hit.to - 1;
        }
      }
      inWord = letter;
    }
    hits.removeIf(Hit::isPhrase);
    return hits;
  }

  private Hit misspelt(String folded, int start) {
    int end = start;
    long hash = Typos.BASIS;
    while (end < folded.length() && Letters.isLetter(folded.charAt(end))) {
      hash = Typos.mix(hash, folded.charAt(end++));
    }
    int entry = typos.entry(hash, end - start);
    boolean whole = end >= folded.length() || !Letters.isLetterOrDigit(folded.charAt(end));
    return entry < 0 || !whole
        ? null
        : new Hit(entries.get(entry), start, end, UNSURE, How.MISSPELT);
  }

  /** Entries that are written with signs, in the light text. */
  List<Hit> findInSigns(String light) {
    return SignedWords.find(this, light);
  }

  /** Whether the word around a place is an innocent one. */
  boolean isInnocent(String text, int hitFrom, int hitTo) {
    // A word longer than any innocent one, plural included, need not be seen whole: one of 60,000
    // letters with a hit in every fourth would be read 15,000 times.
    int longest = longestInnocent + 1;
    int from = hitFrom;
    while (from > 0 && hitTo - from <= longest && isWithin(text.charAt(from - 1))) {
      from--;
    }
    int to = hitTo;
    while (to < text.length() && to - from <= longest && isWithin(text.charAt(to))) {
      to++;
    }
    return isInnocent(text.substring(from, to));
  }

  private static boolean isWithin(char c) {
    return Letters.isLetter(c) || c == '*';
  }

  boolean isInnocent(String word) {
    return innocent.contains(word)
        || (word.endsWith("s") && innocent.contains(word.substring(0, word.length() - 1)))
        || (word.indexOf('*') > 0
            && word.length() >= SHORTEST_STARRED
            && innocent.stream().anyMatch(plain -> isStarred(word, plain)));
  }

  private static boolean isStarred(String word, String plain) {
    if (word.length() != plain.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != '*' && word.charAt(i) != plain.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
