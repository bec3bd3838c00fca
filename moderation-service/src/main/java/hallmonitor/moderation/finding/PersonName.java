package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A name as people write it, for comparing: titles and kinship apart, nicknames and initials
 * understood.
 */
record PersonName(List<String> parts, boolean hasTitle) {
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "principal",
          "vice",
          "assistant",
          "superintendent",
          "coach",
          "dean",
          "officer",
          "nurse",
          "rev",
          "reverend",
          "teacher",
          "counselor",
          "president",
          "sr",
          "sra",
          "srta",
          "señor",
          "señora",
          "director",
          "directora",
          "subdirector",
          "subdirectora",
          "superintendente",
          "entrenador",
          "maestra",
          "maestro",
          "profesor",
          "profesora",
          "profe",
          "enfermera",
          "doctor",
          "doctora",
          "oficial",
          "licenciado",
          "board",
          "education",
          "junta",
          "consejera");
  private static final Set<String> BESIDE =
      Set.of(
          "a",
          "the",
          "of",
          "from",
          "and",
          "y",
          "de",
          "la",
          "el",
          "los",
          "las",
          "jr",
          "iii",
          "family",
          "familia",
          "mom",
          "dad",
          "mother",
          "father",
          "parent",
          "parents",
          "grandma",
          "grandpa",
          "aunt",
          "uncle",
          "mama",
          "papa",
          "abuela",
          "abuelo",
          "tia",
          "tio",
          "proud",
          "very",
          "concerned",
          "retired",
          "class",
          "official");
  private static final Map<String, Set<Integer>> NICKNAMES = nicknames();

  PersonName {
    parts = List.copyOf(parts);
  }

  static PersonName of(String written) {
    List<String> parts = new ArrayList<>();
    boolean title = false;
    for (String part : NormalisedText.of(written).text().split("[^a-zñ']+")) {
      String word = part.replace("'s", "").replace("'", "");
      if (TITLES.contains(word)) {
        title = true;
      } else if (!word.isEmpty() && !BESIDE.contains(word)) {
        parts.add(word);
      }
    }
    return new PersonName(parts, title);
  }

  static boolean isTitle(String word) {
    return TITLES.contains(word);
  }

  /** Whether one of them can be how the other signs. */
  boolean canBe(PersonName author) {
    return parts.stream()
            .anyMatch(mine -> author.parts.stream().anyMatch(theirs -> same(mine, theirs)))
        || isInitialsOf(author)
        || author.isHandleWith(this);
  }

  /** Whether the given names speak against it although a family name is shared. */
  boolean hasOtherGivenName(PersonName author) {
    return parts.size() > 1
        && author.parts.size() > 1
        && parts.get(0).length() > 1
        && author.parts.stream().noneMatch(theirs -> same(parts.get(0), theirs));
  }

  private static boolean same(String a, String b) {
    if (a.equals(b) || a.length() == 1 && b.startsWith(a) || b.length() == 1 && a.startsWith(b)) {
      return true;
    }
    if (Math.min(a.length(), b.length()) >= 2 && (a.startsWith(b) || b.startsWith(a))) {
      return true;
    }
    Set<Integer> groups = NICKNAMES.getOrDefault(a, Set.of());
    return NICKNAMES.getOrDefault(b, Set.of()).stream().anyMatch(groups::contains);
  }

  private boolean isInitialsOf(PersonName author) {
    if (parts.size() != 1 || author.parts.size() < 2 || parts.get(0).length() > 3) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    author.parts.forEach(part -> initials.append(part.charAt(0)));
    return initials.toString().startsWith(parts.get(0));
  }

  private boolean isHandleWith(PersonName signed) {
    return signed.parts.stream()
        .filter(part -> part.length() >= 3)
        .anyMatch(part -> parts.stream().anyMatch(mine -> mine.contains(part)));
  }

  private static Map<String, Set<Integer>> nicknames() {
    Map<String, Set<Integer>> groups = new HashMap<>();
    for (RuleFile.Line line : RuleFile.lines("/lexicon/nicknames.txt")) {
      for (String name : line.text().split(" +")) {
        groups.computeIfAbsent(name, n -> new HashSet<>()).add(line.number());
      }
    }
    return groups;
  }
}
