package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Words that name a person: {@code the principal}, {@code Coach Tanner}, {@code Rosa de la Cruz}.
 *
 * @param end index after its last word
 * @param determined whether it begins with {@code the}, {@code your}, {@code la}, ...
 * @param owner the relative that defines it: {@code jonah} in {@code Jonah's mother}; empty if
 *     there is none
 * @param possessive whether it only names the owner of something, as in {@code Coach Tanner's last
 *     season}
 */
record NamePhrase(
    PersonName name, int first, int end, boolean determined, boolean possessive, String owner) {
  private static final int MOST_WORDS = 9;

  private static final Set<String> DETERMINERS = WORDS.of("determiner");

  private static final Set<String> INDEFINITE = WORDS.of("indefinite");

  /** Words that join parts of a name; at its end they belong to what follows. */
  private static final Set<String> LINKS = WORDS.of("link");

  private static final Set<String> TITLES_OF_NAMES = WORDS.of("title-of-name");
  private static final Set<String> NO_FAMILY = WORDS.of("no-family");

  /** Words that end a name. */
  private static final Set<String> ENDING = WORDS.of("ends-name");

  /** Words that can have a capital or follow a title but name no one. */
  private static final Set<String> NO_NAMES = WORDS.of("no-name");

  /**
   * @param small whether names may be written without capitals
   * @return null if no name begins at the word {@code first}
   */
  static @Nullable NamePhrase at(NameTokens tokens, int first, boolean small) {
    int i = first;
    while (DETERMINERS.contains(tokens.plain(i))
        && (i == first || tokens.before(i) == Seam.SPACE)) {
      i++;
    }
    if (INDEFINITE.contains(tokens.plain(i)) && !beginsWithInitial(tokens, i)) {
      return null;
    }
    boolean determined = i > first;
    int names = 0;
    int end = i;
    boolean possessive = false;
    Titles last = Titles.NONE;
    boolean afterSmall = false;
    StringBuilder plain = new StringBuilder();
    for (; i < Math.min(tokens.count(), first + MOST_WORDS); i++) {
      if (i > first && tokens.before(i) != Seam.SPACE) {
        break;
      }
      String word = tokens.plain(i);
      String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
      Titles kind = isInitial(tokens, i, names) ? Titles.NONE : Roles.of(bare);
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
        boolean owned = KinName.isKin(bare) && tokens.plain(i - 1).endsWith("s");
        boolean another = kind.compareTo(Titles.KIN) < 0 && !tokens.isCapital(i) && !owned;
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
      if (bare.length() < word.length() && !KinName.isKin(tokens.plain(i + 1))) {
        possessive = true;
        end = i + 1;
        break;
      }
    }
    if (plain.length() == 0) {
      return null;
    }
    KinName kin = KinName.of(plain.toString());
    return new NamePhrase(kin.name(), first, end, determined, possessive, kin.owner());
  }

  /** {@code A. Miller}: a period follows it. */
  private static boolean beginsWithInitial(NameTokens tokens, int i) {
    return tokens.plain(i).length() == 1
        && tokens.isCapital(i)
        && tokens.isCapital(i + 1)
        && tokens.from(i + 1) - tokens.to(i) == 2;
  }

  /** {@code Judith A.}: not an article. */
  private static boolean isInitial(NameTokens tokens, int i, int names) {
    return names > 0 && tokens.plain(i).length() == 1 && tokens.isCapital(i);
  }

  /** A given and a family name in lower case, as students sign: {@code i quit. jackie tull}. */
  static @Nullable NamePhrase pupil(NameTokens tokens, int first) {
    String family = tokens.plain(first + 1);
    boolean is =
        !tokens.isCapital(first)
            && GivenNames.isHardlyAWord(tokens.plain(first))
            && Roles.of(tokens.plain(first)) == Titles.NONE
            && first + 1 < tokens.count()
            && !tokens.isCapital(first + 1)
            && tokens.before(first + 1) == Seam.SPACE
            && family.length() > 2
            && !NO_FAMILY.contains(family)
            && !family.endsWith("ing")
            && mayName(family);
    return is ? plain(tokens, first, 2) : null;
  }

  /** A name of several words, as written. */
  static NamePhrase plain(NameTokens tokens, int first, int words) {
    String name = tokens.plain(first, first + words);
    return new NamePhrase(PersonName.ofPlain(name), first, first + words, false, false, "");
  }

  /** Returns whether a word that is not a known name can be one. */
  private static boolean mayName(String word) {
    return !word.isEmpty()
        && !NO_NAMES.contains(word)
        && !INDEFINITE.contains(word)
        && !BodyPhrase.isOutside(word)
        && Roles.of(word) == Titles.NONE
        && !Character.isDigit(word.charAt(0));
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
        || small && GivenNames.isHardlyAWord(word)
        || small && KinName.owns(word, tokens.plain(i + 1))
        || afterSmall
        || afterTitle
        || word.length() == 1 && afterName;
  }

  /** Returns only the name, as words with single spaces. */
  String words() {
    return String.join(" ", name.parts());
  }

  /**
   * Returns whether it contains a known name, or one written as a name; {@code soy maestra
   * jubilada} does not.
   */
  boolean isWritten(NameTokens tokens) {
    return determined
        || name.title() == Titles.COURTESY
        || end - first == 2 && TITLES_OF_NAMES.contains(tokens.plain(first))
        || IntStream.range(first, end)
            .filter(i -> Roles.of(tokens.plain(i)) == Titles.NONE)
            .anyMatch(i -> tokens.isCapital(i) || GivenNames.isPossible(tokens.plain(i)));
  }

  boolean isOfAHouse(NameTokens tokens) {
    return (" " + tokens.plain(first, end) + " ").matches(".* famil(?:y|ia) .*");
  }

  /**
   * Returns whether it names people, an office or a relation, and not only something that belongs
   * to them.
   */
  boolean signs() {
    return !possessive && (!name.parts().isEmpty() || isOffice() || name.kin());
  }

  /** Returns whether it is an office or a group without a person's name. */
  boolean isOffice() {
    return name.parts().isEmpty()
        && name.hasTitle()
        && name.title() != Titles.COURTESY
        && (!name.kin() || BodyPhrase.isRelatives(name));
  }
}
