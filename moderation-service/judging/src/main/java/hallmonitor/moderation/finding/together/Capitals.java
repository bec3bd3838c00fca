package hallmonitor.moderation.finding.together;

import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.finding.file.WordKinds;
import hallmonitor.moderation.finding.name.Titles;
import java.util.HashMap;
import java.util.Map;

/** What a capitalized word tells about a person. All entries are in lower case without accents. */
final class Capitals {
  private static final WordKinds KINDS = WordKinds.read("/lexicon/capitals.txt");
  private static final Map<String, String> GIVEN = given();

  private Capitals() {}

  /** Returns whether the word names no person. */
  static boolean isNobody(String word) {
    return KINDS.of("nobody").contains(word);
  }

  /** Returns whether the word is an office or an office holder's title. */
  static boolean isOffice(String word) {
    return KINDS.of("office").contains(word) || isTitle(word);
  }

  private static boolean isTitle(String word) {
    Titles kind = Titles.of(word);
    return kind == Titles.LEADER || kind == Titles.STAFF || kind == Titles.COURTESY;
  }

  /** Returns whether the word is an unambiguous given name. */
  static boolean isGivenName(String word) {
    return (GIVEN.containsKey(word) || KINDS.of("given").contains(word))
        && !KINDS.of("word").contains(word);
  }

  /** Returns the full name of a nickname; other words unchanged. */
  static String inFull(String word) {
    return GIVEN.getOrDefault(word, word);
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
