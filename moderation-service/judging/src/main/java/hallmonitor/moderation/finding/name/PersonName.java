package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person's name, prepared for comparison: titles and kinship separated, nicknames and initials
 * understood.
 *
 * @param parts lower case, without accents, in written order
 * @param title the highest title beside it; from high to low {@code LEADER}, {@code STAFF}, {@code
 *     COURTESY}, {@code BODY}; else {@code NONE}
 * @param kin whether it names a relation, as in {@code Lily's mom}
 */
public record PersonName(List<String> parts, Titles title, boolean kin) {
  private static final Pattern BETWEEN = Pattern.compile("[^a-zñ']+");
  private static final int PREFIX = 3;

  public PersonName {
    parts = List.copyOf(parts);
  }

  public static PersonName of(String written) {
    return ofPlain(NormalizedText.of(written).text());
  }

  /**
   * Parses a name.
   *
   * @param plain lower case, without accents
   */
  public static PersonName ofPlain(String plain) {
    List<String> parts = new ArrayList<>();
    Titles title = Titles.NONE;
    boolean kin = false;
    for (String part : BETWEEN.split(plain)) {
      String word = part.endsWith("'s") ? part.substring(0, part.length() - 2) : part;
      word = word.replace("'", "");
      Titles kind = word.isEmpty() ? Titles.BESIDE : Titles.of(word);
      switch (kind) {
        case LEADER, STAFF, COURTESY, BODY -> title = kind.compareTo(title) < 0 ? kind : title;
        case KIN -> kin = true;
        case BESIDE -> {}
        case NONE -> parts.add(word);
      }
    }
    return new PersonName(parts, title, kin);
  }

  public boolean hasTitle() {
    return title != Titles.NONE;
  }

  /** Returns whether it has a given name, in full or as an initial, and a family name. */
  public boolean isFull() {
    return parts.size() > 1 && parts.get(parts.size() - 1).length() > 1;
  }

  /**
   * Returns whether an employee with that name would sign this way: in full, or with title and
   * family name.
   */
  public boolean isHowOneSigns(PersonName employee) {
    return !parts.isEmpty()
        && (parts.size() > 1 || hasTitle())
        && parts.get(parts.size() - 1).length() > 1
        && employee.parts.contains(parts.get(parts.size() - 1))
        && parts.stream().allMatch(mine -> employee.parts.stream().anyMatch(t -> same(mine, t)));
  }

  /** Returns whether two words can be the same person's given or family name. */
  public static boolean same(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    int shorter = Math.min(a.length(), b.length());
    if (shorter == 1 || shorter >= PREFIX) {
      if (a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
    return GivenNames.standForEachOther(a, b) || same(small(a), b, a) || same(small(b), a, b);
  }

  private static boolean same(String shortened, String other, String whole) {
    return !shortened.equals(whole)
        && shortened.length() >= PREFIX
        && (other.startsWith(shortened) || GivenNames.standForEachOther(shortened, other));
  }

  /**
   * Returns a name without a Spanish diminutive ending: {@code omarcito}, {@code dieguito}, {@code
   * anita}.
   */
  private static String small(String name) {
    for (String ending : List.of("cito", "cita", "uito", "uita", "ito", "ita")) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }
}
