package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.finding.file.RuleFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a word beside a name says about the person; read from {@code lexicon/titles.txt}. */
public enum Titles {
  /** An office held by one person in a building. */
  LEADER,
  /** People who work in schools or for the public. */
  STAFF,
  COURTESY,
  /** A group that speaks as one. */
  BODY,
  KIN,
  /** Names no one by itself. */
  BESIDE,
  NONE;

  private static final Map<String, Titles> WORDS = words();

  /**
   * Looks up a word.
   *
   * @param word lower case, without accents
   */
  public static Titles of(String word) {
    Titles kind = WORDS.get(word);
    if (kind == null && word.length() > 4 && word.endsWith("s")) {
      kind = WORDS.get(word.substring(0, word.length() - 1));
    }
    return kind == null ? NONE : kind;
  }

  private static Map<String, Titles> words() {
    Map<String, Titles> words = new HashMap<>();
    for (RuleFile.Line line : RuleFile.lines("/lexicon/titles.txt")) {
      String[] parts = line.text().split(": *", 2);
      Titles kind;
      try {
        kind = valueOf(parts[0].toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw line.wrong("there is no kind of title '" + parts[0] + "'");
      }
      for (String word : parts[1].split(" +")) {
        words.putIfAbsent(word, kind);
      }
    }
    return words;
  }
}
