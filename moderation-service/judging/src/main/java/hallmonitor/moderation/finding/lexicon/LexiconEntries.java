package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.finding.scan.CharTrie;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All entries from the files and the district's policy. In a file, each line is {@code category
 * score entry}; several categories are separated by commas. {@code word} matches the whole word and
 * its plural, {@code word*} what begins with it, {@code *word} what ends with it, {@code *word*}
 * what contains it, and {@code +word+} is a strong word that also matches when run together with
 * everyday words or misspelled. {@code (name)} after an entry marks a word that is also a name; it
 * counts as a name where it is written as one.
 */
final class LexiconEntries {
  private static final String SPELLINGS = "spellings-";
  private static final String ENGLISH = "-en.";
  private static final String NAME = " (name)";

  private final List<LexiconEntry> entries = new ArrayList<>();
  private final Map<String, Integer> atStart = new HashMap<>();
  private final Map<String, Integer> anywhere = new HashMap<>();
  private final InnocentWords innocent = new InnocentWords();

  /**
   * Reads all entries.
   *
   * @param named words of the district's policy, which override the files
   */
  LexiconEntries(
      List<String> files, String innocentFile, List<String> harmlessNames, NamedWords named) {
    files.forEach(file -> RuleFile.lines(file).forEach(this::add));
    RuleFile.lines(innocentFile).forEach(line -> addInnocent(line.text()));
    harmlessNames.forEach(this::addInnocent);
    named.allowed().forEach(this::addSpared);
    named.doubtful().forEach(words -> addNamed(words, NamedWords.DOUBTFUL));
    named.profanity().forEach(words -> addNamed(words, NamedWords.PROFANE));
  }

  private void addNamed(String words, double score) {
    String text = NormalizedText.of(words).text();
    innocent.remove(text);
    addAtStart(LexiconEntry.named(text, score));
  }

  /** Spares a phrase as a whole; its words still count elsewhere. */
  private void addSpared(String words) {
    String text = NormalizedText.of(words).text();
    if (text.contains(" ")) {
      addAtStart(LexiconEntry.phrase(text));
    } else {
      addInnocent(text);
    }
  }

  private void addInnocent(String words) {
    for (String word : words.strip().split("[ ,]+")) {
      String plain = NormalizedText.of(word.replace('_', ' ')).text();
      if (plain.indexOf(' ') > 0) {
        addAtStart(LexiconEntry.phrase(plain));
      }
      innocent.add(plain);
    }
  }

  private void addAtStart(LexiconEntry entry) {
    entries.add(entry);
    atStart.put(entry.text(), entries.size() - 1);
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
    String text = NormalizedText.of(form.replace("*", "").replace("+", "")).text();
    double score = Double.parseDouble(parts[1]);
    entries.add(
        new LexiconEntry(
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
      anywhere.put(text, entries.size() - 1);
    }
    if (!within) {
      atStart.put(text, entries.size() - 1);
    }
  }

  List<LexiconEntry> all() {
    return entries;
  }

  /** Returns the tree of entries that may start a word. */
  CharTrie atStart() {
    return CharTrie.of(atStart);
  }

  /** Returns the tree of entries that may be in the middle of a word. */
  CharTrie anywhere() {
    return CharTrie.of(anywhere);
  }

  InnocentWords innocent() {
    return innocent;
  }
}
