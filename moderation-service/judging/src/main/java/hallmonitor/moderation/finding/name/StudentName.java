package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A full name in parts that compare without accents and case.
 *
 * @param given given names; particles and initials are left out
 * @param family family names
 */
public record StudentName(Set<String> given, Set<String> family) {
  /** How a name that someone typed relates to this one. */
  public enum Likeness {
    /** It names this person, with or without middle names and second family names. */
    SAME,
    /** It may: a part differs on both sides, or a part is spelled almost alike. */
    SIMILAR,
    OTHER
  }

  private static final Set<String> PARTICLES =
      Set.of("de", "la", "del", "los", "las", "y", "van", "von", "der", "da", "dos", "al", "el");

  /** Shorter words that differ by one letter are often different names: Ana, Ada. */
  private static final int SPELLED_ALIKE_FROM = 4;

  public StudentName {
    given = Set.copyOf(given);
    family = Set.copyOf(family);
  }

  /**
   * Reads a name as people write it: {@code Ana Ruiz Mora} or {@code Ruiz Mora, Ana}.
   *
   * @param name may contain anything; see {@link #isComplete}
   */
  public static StudentName of(String name) {
    int comma = name.indexOf(',');
    if (comma > 0) {
      return new StudentName(
          new HashSet<>(parts(name.substring(comma + 1))),
          new HashSet<>(parts(name.substring(0, comma))));
    }
    List<String> parts = parts(name);
    boolean second = parts.size() > 2 && GivenNames.isPossible(parts.get(1));
    int given = parts.size() < 2 ? 0 : second ? 2 : 1;
    return new StudentName(
        new HashSet<>(parts.subList(0, given)), new HashSet<>(parts.subList(given, parts.size())));
  }

  /** Returns whether it has a given and a family name that can be compared. */
  public boolean isComplete() {
    return !given.isEmpty() && !family.isEmpty();
  }

  /**
   * Returns the parts of a name without particles, initials, and letters outside the rules'
   * alphabet.
   */
  public static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : NormalizedText.of(name).text().split("[^a-zñ]+")) {
      if (part.length() > 1 && !PARTICLES.contains(part)) {
        parts.add(part);
      }
    }
    return parts;
  }

  /**
   * Compares with a name in any order.
   *
   * @param asked {@link #parts} of what someone typed
   */
  public Likeness likeness(List<String> asked) {
    if (!isPaired(asked, false)) {
      return isPaired(asked, true) ? Likeness.SIMILAR : Likeness.OTHER;
    }
    boolean moreAsked = asked.stream().anyMatch(word -> !isGiven(word) && !family.contains(word));
    boolean moreHere =
        given.stream().anyMatch(g -> asked.stream().noneMatch(word -> isSame(g, word)))
            || !asked.containsAll(family);
    return moreAsked && moreHere ? Likeness.SIMILAR : Likeness.SAME;
  }

  /** Returns whether one word is a given name of this person, and another one a family name. */
  private boolean isPaired(List<String> asked, boolean roughly) {
    for (int i = 0; i < asked.size(); i++) {
      for (int j = 0; j < asked.size(); j++) {
        if (i != j && isGiven(asked.get(i), roughly) && isFamily(asked.get(j), roughly)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isGiven(String word) {
    return given.stream().anyMatch(g -> isSame(g, word));
  }

  private boolean isGiven(String word, boolean roughly) {
    return isGiven(word) || roughly && given.stream().anyMatch(g -> isSpelledAlike(g, word));
  }

  private boolean isFamily(String word, boolean roughly) {
    return family.contains(word)
        || roughly && family.stream().anyMatch(f -> isSpelledAlike(f, word));
  }

  private static boolean isSame(String given, String word) {
    return given.equals(word) || GivenNames.standForEachOther(given, word);
  }

  /** Returns whether one letter is missing, added, wrong or swapped with the next. */
  private static boolean isSpelledAlike(String a, String b) {
    if (Math.min(a.length(), b.length()) < SPELLED_ALIKE_FROM
        || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int from = 0;
    while (from < Math.min(a.length(), b.length()) && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    String restOfA = a.substring(from);
    String restOfB = b.substring(from);
    if (a.length() != b.length()) {
      return a.length() > b.length()
          ? restOfA.substring(1).equals(restOfB)
          : restOfB.substring(1).equals(restOfA);
    }
    return restOfA.isEmpty()
        || restOfA.substring(1).equals(restOfB.substring(1))
        || restOfA.length() > 1
            && restOfA.charAt(0) == restOfB.charAt(1)
            && restOfA.charAt(1) == restOfB.charAt(0)
            && restOfA.substring(2).equals(restOfB.substring(2));
  }

  /** Leaves out the name: children's names must not appear in logs. */
  @Override
  public String toString() {
    return "StudentName[withheld]";
  }
}
