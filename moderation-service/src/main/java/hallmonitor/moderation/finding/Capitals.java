package hallmonitor.moderation.finding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a word with a capital tells about who is meant; all in lower case and without accents. */
final class Capitals {
  private static final Map<String, Set<String>> KINDS = kinds();
  private static final Map<String, String> GIVEN = given();

  private Capitals() {}

  /** Whether it names no person. */
  static boolean isNobody(String word) {
    return KINDS.get("nobody:").contains(word);
  }

  /** Whether it names an office, or is the title of one. */
  static boolean isOffice(String word) {
    return KINDS.get("office:").contains(word) || isTitle(word);
  }

  private static boolean isTitle(String word) {
    Titles kind = Titles.of(word);
    return kind == Titles.LEADER || kind == Titles.STAFF || kind == Titles.COURTESY;
  }

  /** Whether it is a given name that cannot be taken for another word. */
  static boolean isGivenName(String word) {
    return (GIVEN.containsKey(word) || KINDS.get("given:").contains(word))
        && !KINDS.get("word:").contains(word);
  }

  /** A nickname as the name that it stands for; any other word as it is. */
  static String inFull(String word) {
    return GIVEN.getOrDefault(word, word);
  }

  private static Map<String, Set<String>> kinds() {
    Map<String, Set<String>> kinds = new HashMap<>();
    for (RuleFile.Line line : RuleFile.lines("/lexicon/capitals.txt")) {
      String[] words = line.text().split(" +");
      Set<String> kind = kinds.computeIfAbsent(words[0], k -> new HashSet<>());
      for (int i = 1; i < words.length; i++) {
        kind.add(words[i]);
      }
    }
    return kinds;
  }

  private static Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    for (RuleFile.Line line : RuleFile.lines("/lexicon/nicknames.txt")) {
      String[] names = line.text().split(" +");
      for (String name : names) {
        given.putIfAbsent(name, names[0]);
      }
    }
    return given;
  }
}
