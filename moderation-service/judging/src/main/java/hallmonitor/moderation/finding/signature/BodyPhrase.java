package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that name many who speak as one, whatever else stands with them: {@code the math
 * department}, {@code Bus Drivers United}, {@code todos los de la banda}.
 */
final class BodyPhrase {
  static final PersonName NOBODY = new PersonName(List.of(), Titles.BODY, false);

  static final PersonName RELATIVES = new PersonName(List.of(), Titles.BODY, true);
  static final PersonName SOMEBODY = new PersonName(List.of(), Titles.STAFF, false);

  private static final int MOST_WORDS = 8;

  /** No word of such a name: a verb, a thanks, a greeting. */
  private static final Set<String> OUTSIDE = WORDS.of("outside");

  private static final Set<String> DETERMINERS = WORDS.of("determiner");
  private static final Set<String> INDEFINITE = WORDS.of("indefinite");

  /** Said in signing without naming anybody. */
  private static final Set<String> THINGS = WORDS.of("nobody");

  private static final Set<String> ALL_OF = WORDS.of("all-of");

  /** Words for people of whom a town has many, such as residents: the author is one of them. */
  private static final Set<String> CIVIC = WORDS.of("civic");

  private static final Set<String> ENDS_AS_VERBS = WORDS.of("ends-as-verb");

  private BodyPhrase() {}

  /** Whether it is that very name: one that is read from a text can equal it. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isNobody(PersonName name) {
    return name == NOBODY;
  }

  /** Whether it is that very name: one that is read from a text can equal it. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isRelatives(PersonName name) {
    return name == RELATIVES;
  }

  /**
   * @param small whether it may be written without capitals and without {@code the}
   * @return null where none begins; it ends before a seam or a word that cannot be of it
   */
  static @Nullable NamePhrase at(NameTokens tokens, int first, boolean small) {
    if (INDEFINITE.contains(tokens.plain(first))) {
      return null;
    }
    boolean many = false;
    boolean relatives = false;
    boolean staff = false;
    boolean determined = false;
    boolean capitals = true;
    int end = first;
    for (int i = first; i < tokens.count() && i - first < MOST_WORDS; i++) {
      String word = tokens.plain(i);
      if (i > first && tokens.before(i) != Seam.SPACE
          || OUTSIDE.contains(word)
          || isOfUs(word)
          || !small && isPlaced(word)) {
        break;
      }
      boolean opens = DETERMINERS.contains(word) || ALL_OF.contains(word);
      determined |= opens && end - first < 2;
      boolean body = Roles.isMany(word) || isPlural(word);
      relatives |= Titles.of(word) == Titles.KIN || CIVIC.contains(word);
      staff |=
          !CIVIC.contains(word) && (Roles.isMany(word) || body && Titles.of(word) != Titles.KIN);
      many |= body || small && ALL_OF.contains(word) && i == first && word.length() > 3;
      capitals &= tokens.isCapital(i) || word.length() < 4;
      end = i + 1;
    }
    while (end > first
        && tokens.plain(end - 1).length() < 4
        && !Roles.isMany(tokens.plain(end - 1))
        && !Character.isDigit(tokens.plain(end - 1).charAt(0))) {
      end--; // what joins belongs to what follows
    }
    return many && end > first && (determined || capitals || small)
        ? new NamePhrase(
            relatives && !staff ? RELATIVES : NOBODY, first, end, determined, false, "")
        : null;
  }

  /** {@code Love, the classroom hamster}: whatever it is, it is not the author. */
  static @Nullable NamePhrase anything(NameTokens tokens, int first) {
    if (!DETERMINERS.contains(tokens.plain(first))) {
      return null;
    }
    int end = first + 1;
    boolean known = false;
    for (; end < tokens.count() && end - first < MOST_WORDS; end++) {
      String word = tokens.plain(end);
      if (tokens.before(end) != Seam.SPACE || OUTSIDE.contains(word)) {
        break;
      }
      known |= Titles.of(word) == Titles.KIN || THINGS.contains(word);
    }
    return known || end < tokens.count() || end == first + 1
        ? null
        : new NamePhrase(SOMEBODY, first, end, true, false, "");
  }

  private static boolean isPlaced(String word) {
    return word.equals("in") || word.equals("inside");
  }

  /** {@code aceptamos}, {@code queremos}: a verb of the first person plural. */
  static boolean isOfUs(String word) {
    return word.length() > 5
        && word.endsWith("mos")
        && "aei".indexOf(word.charAt(word.length() - 4)) >= 0
        && !ENDS_AS_VERBS.contains(word);
  }

  static boolean isOutside(String word) {
    return OUTSIDE.contains(word);
  }

  /** Whether what reads as a name is rather the name of many: {@code Student Services}. */
  static boolean isRather(@Nullable NamePhrase phrase, @Nullable NamePhrase many) {
    if (many == null || phrase == null) {
      return phrase == null;
    }
    PersonName name = phrase.name();
    boolean person = name.parts().stream().anyMatch(GivenNames::isPossible);
    boolean titled = name.title() != Titles.NONE && name.title() != Titles.BODY;
    return many.end() >= phrase.end() && !person && !titled && !phrase.possessive();
  }

  /** {@code teachers}, {@code mothers}. */
  private static boolean isPlural(String word) {
    if (word.length() < 5 || !word.endsWith("s")) {
      return false;
    }
    Titles one = Roles.of(word.substring(0, word.length() - 1));
    return one == Titles.STAFF || one == Titles.KIN;
  }
}
