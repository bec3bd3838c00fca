package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.Set;

/**
 * Words that name somebody: {@code the principal}, {@code Coach Tanner}, {@code Rosa de la Cruz}.
 *
 * @param end index after its last word
 * @param determined whether it begins with {@code the}, {@code your}, {@code la}, ...
 * @param possessive whether it only says whose something is: {@code Coach Tanner's last season}
 */
record NamePhrase(PersonName name, int first, int end, boolean determined, boolean possessive) {
  private static final int MOST_WORDS = 9;
  private static final int MOST_NAMES = 5;

  private static final Set<String> DETERMINERS = WORDS.of("determiner");

  private static final Set<String> INDEFINITE = WORDS.of("indefinite");

  /** Words that join, and at the end belong to what follows. */
  private static final Set<String> LINKS = WORDS.of("link");

  /** After these no more of a name follows. */
  private static final Set<String> ENDING = WORDS.of("ends-name");

  /** Words that stand with a capital or after a title and name nobody. */
  private static final Set<String> NO_NAMES = WORDS.of("no-name");

  /**
   * @param small whether names may be written without capitals
   * @return null where the word at {@code first} begins no name
   */
  static NamePhrase at(NameTokens tokens, int first, boolean small) {
    int i = first;
    while (i < tokens.count()
        && i - first < 3
        && DETERMINERS.contains(tokens.plain(i))
        && (i == first || tokens.before(i) == Seam.SPACE)) {
      i++;
    }
    if (INDEFINITE.contains(tokens.plain(i))) {
      return null;
    }
    boolean determined = i > first;
    int names = 0;
    int end = i;
    boolean possessive = false;
    Titles last = Titles.NONE;
    boolean afterSmall = false;
    StringBuilder plain = new StringBuilder();
    for (; i < tokens.count() && i - first < MOST_WORDS; i++) {
      if (i > first && tokens.before(i) != Seam.SPACE) {
        break;
      }
      String word = tokens.plain(i);
      String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
      Titles kind = Titles.of(bare);
      if (kind == Titles.NONE) {
        boolean afterTitle =
            last == Titles.COURTESY
                || last.compareTo(Titles.COURTESY) < 0
                    && (!determined || tokens.before(i + 1) != Seam.SPACE);
        if (!isName(tokens, i, bare, small, afterSmall, small && afterTitle, names > 0)) {
          break;
        }
        names++;
        afterSmall = !tokens.isCapital(i);
      } else {
        boolean another = kind.compareTo(Titles.KIN) < 0 && !tokens.isCapital(i);
        if (names > 0 && (another || ENDING.contains(bare))) {
          break;
        }
        afterSmall = false;
      }
      last = kind;
      plain.append(word).append(' ');
      if (kind != Titles.BESIDE || !LINKS.contains(bare)) {
        end = i + 1;
      }
      if (bare.length() < word.length() && !isOfClassOrKin(tokens.plain(i + 1))) {
        possessive = true;
        end = i + 1;
        break;
      }
    }
    if (end <= first || names > MOST_NAMES || plain.length() == 0) {
      return null;
    }
    return new NamePhrase(PersonName.ofPlain(plain.toString()), first, end, determined, possessive);
  }

  /** One name in small letters that may also be a word: after {@code signed} it is a name. */
  static NamePhrase atPossible(NameTokens tokens, int first) {
    String word = tokens.plain(first);
    return GivenNames.isPossible(word)
        ? new NamePhrase(PersonName.ofPlain(word), first, first + 1, false, false)
        : null;
  }

  private static boolean isOfClassOrKin(String next) {
    return Titles.of(next) == Titles.KIN || Titles.of(next) == Titles.BODY || next.equals("class");
  }

  private static boolean isName(
      NameTokens tokens,
      int i,
      String word,
      boolean small,
      boolean afterSmall,
      boolean afterTitle,
      boolean afterName) {
    if (word.isEmpty() || NO_NAMES.contains(word) || Character.isDigit(word.charAt(0))) {
      return false;
    }
    return tokens.isCapital(i)
        || small && GivenNames.isCertain(word)
        || afterSmall
        || afterTitle
        || word.length() == 1 && afterName;
  }

  /** The name alone, as words with single spaces. */
  String words() {
    return String.join(" ", name.parts());
  }

  boolean isOfTheSchool(NameTokens tokens) {
    for (int i = first + 1; i < end; i++) {
      switch (tokens.plain(i)) {
        case "school", "escuela", "district", "distrito":
          return true;
        default:
      }
    }
    return false;
  }

  boolean isOfAHouse(NameTokens tokens) {
    return (" " + tokens.plain(first, end) + " ").matches(".{0,80} famil(?:y|ia) .{0,80}");
  }

  /** Whether it names people or an office, and not only a relation. */
  boolean names() {
    return !name.parts().isEmpty() || isOffice();
  }

  /** An office or a body, and nobody in it. */
  boolean isOffice() {
    return name.parts().isEmpty()
        && name.hasTitle()
        && name.title() != Titles.COURTESY
        && !name.kin();
  }
}
