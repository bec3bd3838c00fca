package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.finding.file.RuleFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Given names and their nicknames. */
public final class GivenNames {
  private static final Set<String> CERTAIN = new HashSet<>();
  private static final Set<String> ALSO_WORDS = new HashSet<>();
  private static final Map<String, Set<Integer>> GROUPS = new HashMap<>();
  private static final String ALSO = "also:";

  static {
    for (RuleFile.Line line : RuleFile.lines("/lexicon/given-names.txt")) {
      boolean also = line.text().startsWith(ALSO);
      String names = also ? line.text().substring(ALSO.length()).strip() : line.text();
      for (String name : names.split(" +")) {
        (also ? ALSO_WORDS : CERTAIN).add(name);
      }
    }
    CERTAIN.removeAll(ALSO_WORDS);
    for (RuleFile.Line line : RuleFile.lines("/lexicon/nicknames.txt")) {
      for (String name : line.text().split(" +")) {
        GROUPS.computeIfAbsent(name, n -> new HashSet<>()).add(line.number());
      }
    }
  }

  private GivenNames() {}

  /** Returns whether the word is a name wherever it appears. */
  public static boolean isCertain(String word) {
    return CERTAIN.contains(word);
  }

  /** Returns whether the word is a name or nickname and hardly ever anything else. */
  public static boolean isHardlyAWord(String word) {
    return CERTAIN.contains(word) || GROUPS.containsKey(word) && !ALSO_WORDS.contains(word);
  }

  /** Returns whether the word is a name when capitalized. */
  public static boolean isPossible(String word) {
    return CERTAIN.contains(word) || ALSO_WORDS.contains(word) || GROUPS.containsKey(word);
  }

  public static boolean standForEachOther(String a, String b) {
    Set<Integer> groups = GROUPS.getOrDefault(a, Set.of());
    return !groups.isEmpty()
        && GROUPS.getOrDefault(b, Set.of()).stream().anyMatch(groups::contains);
  }
}
