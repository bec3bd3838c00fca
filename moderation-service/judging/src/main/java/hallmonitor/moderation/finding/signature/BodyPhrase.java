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
 * Words for a group that speaks as one, even with other words beside them: {@code the math
 * department}, {@code Bus Drivers United}, {@code todos los de la banda}.
 */
final class BodyPhrase {
  static final PersonName NOBODY = new PersonName(List.of(), Titles.BODY, false);

  static final PersonName RELATIVES = new PersonName(List.of(), Titles.BODY, true);

  private static final int MOST_WORDS = 8;

  /** Words with fewer letters join, and need no capital in a name. */
  private static final int SHORT = 4;

  /** Words that are never part of such a name: verbs, thanks, greetings. */
  private static final Set<String> OUTSIDE = WORDS.of("outside");

  private static final Set<String> INDEFINITE = WORDS.of("indefinite");

  private static final Set<String> ALL_OF = WORDS.of("all-of");

  /** Words for people that a town has many of, such as residents: the author is one of them. */
  private static final Set<String> CIVIC = WORDS.of("civic");

  /** How a verb of the first person plural ends, after a vowel of its own. */
  private static final String OF_US = "mos";

  private static final String VERB_VOWELS = "aei";

  /** In letters: shorter words with this ending are rather nouns, as {@code ramos}. */
  private static final int SHORTEST_VERB = 6;

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
   * @return null if none begins here; it ends before a separator or a word that cannot be part of
   *     it
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
    for (int i = first; i < Math.min(tokens.count(), first + MOST_WORDS); i++) {
      String word = tokens.plain(i);
      if (i > first && tokens.before(i) != Seam.SPACE
          || OUTSIDE.contains(word)
          || isOfUs(word)
          || !small && word.equals("in")) {
        break;
      }
      boolean all = ALL_OF.contains(word);
      boolean body = Roles.isMany(word) || isPlural(word);
      boolean kin = Titles.of(word) == Titles.KIN || CIVIC.contains(word);
      determined |= i - first < 2 && (all || Roles.isOpen(word));
      relatives |= kin;
      staff |= body && !kin;
      many |= body || small && all && i == first && word.length() >= SHORT;
      capitals &= tokens.isCapital(i) || word.length() < SHORT;
      end = i + 1;
    }
    while (end > first && joins(tokens.plain(end - 1))) {
      end--; // a joining word belongs to what follows
    }
    return many && end > first && (determined || capitals || small)
        ? new NamePhrase(
            relatives && !staff ? RELATIVES : NOBODY, first, end, determined, false, "")
        : null;
  }

  private static boolean joins(String word) {
    return word.length() < SHORT && Character.isLetter(word.charAt(0));
  }

  /** {@code aceptamos}, {@code queremos}: a verb of the first person plural. */
  static boolean isOfUs(String word) {
    return word.length() >= SHORTEST_VERB
        && word.endsWith(OF_US)
        && VERB_VOWELS.indexOf(word.charAt(word.length() - OF_US.length() - 1)) >= 0
        && !ENDS_AS_VERBS.contains(word);
  }

  static boolean isOutside(String word) {
    return OUTSIDE.contains(word);
  }

  /** Returns whether what looks like a name is the name of a group: {@code Student Services}. */
  static boolean isRather(@Nullable NamePhrase phrase, @Nullable NamePhrase many) {
    if (many == null || phrase == null) {
      return phrase == null;
    }
    Titles title = phrase.name().title();
    return (title == Titles.NONE || title == Titles.BODY)
        && phrase.name().parts().stream().noneMatch(GivenNames::isPossible);
  }

  /** {@code teachers}, {@code mothers}. */
  private static boolean isPlural(String word) {
    Titles one = word.endsWith("s") ? Roles.of(word.substring(0, word.length() - 1)) : Titles.NONE;
    return one == Titles.STAFF || one == Titles.KIN;
  }
}
