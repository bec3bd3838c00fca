package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that name somebody: {@code the principal}, {@code Coach Tanner}, {@code Rosa de la Cruz}.
 *
 * @param end index after its last word
 * @param determined whether it begins with {@code the}, {@code your}, {@code la}, ...
 * @param owner whose kin it is: {@code jonah} in {@code Jonah's mother}; empty where nobody's
 * @param possessive whether it only says whose something is: {@code Coach Tanner's last season}
 */
record NamePhrase(
    PersonName name, int first, int end, boolean determined, boolean possessive, String owner) {
  private static final int MOST_WORDS = 9;
  private static final int MOST_NAMES = 5;

  private static final Set<String> DETERMINERS = WORDS.of("determiner");

  private static final Set<String> INDEFINITE = WORDS.of("indefinite");

  /** Words that join, and at the end belong to what follows. */
  private static final Set<String> LINKS = WORDS.of("link");

  private static final Set<String> TITLES_OF_NAMES = WORDS.of("title-of-name");
  private static final Set<String> NO_FAMILY = WORDS.of("no-family");

  /** After these no more of a name follows. */
  private static final Set<String> ENDING = WORDS.of("ends-name");

  /** Words that stand with a capital or after a title and name nobody. */
  private static final Set<String> NO_NAMES = WORDS.of("no-name");

  /**
   * @param small whether names may be written without capitals
   * @return null where the word at {@code first} begins no name
   */
  static @Nullable NamePhrase at(NameTokens tokens, int first, boolean small) {
    int i = first;
    while (i < tokens.count()
        && i - first < 3
        && DETERMINERS.contains(tokens.plain(i))
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
    for (; i < tokens.count() && i - first < MOST_WORDS; i++) {
      if (i > first && tokens.before(i) != Seam.SPACE && !isNickname(tokens, i, names)) {
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
        boolean kin = KinName.isKin(bare) && tokens.plain(i - 1).endsWith("s");
        boolean another = kind.compareTo(Titles.KIN) < 0 && !tokens.isCapital(i) && !kin;
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
    KinName kin = KinName.of(plain.toString());
    return new NamePhrase(kin.name(), first, end, determined, possessive, kin.owner());
  }

  /** {@code A. Miller}: a full stop stands after it. */
  private static boolean beginsWithInitial(NameTokens tokens, int i) {
    return tokens.plain(i).length() == 1
        && tokens.isCapital(i)
        && tokens.isCapital(i + 1)
        && tokens.from(i + 1) - tokens.to(i) == 2;
  }

  /** {@code Judith A.}: no article. */
  private static boolean isInitial(NameTokens tokens, int i, int names) {
    return names > 0 && tokens.plain(i).length() == 1 && tokens.isCapital(i);
  }

  /** Within {@code Bob "Lefty" Grove}. */
  private static boolean isNickname(NameTokens tokens, int i, int names) {
    return tokens.before(i) == Seam.QUOTE && names > 0 && tokens.isCapital(i);
  }

  /** One name in small letters that may also be a word: after {@code signed} it is a name. */
  static @Nullable NamePhrase atPossible(NameTokens tokens, int first) {
    String word = tokens.plain(first);
    return GivenNames.isPossible(word)
        ? new NamePhrase(PersonName.ofPlain(word), first, first + 1, false, false, "")
        : null;
  }

  /** What somebody says is his name, however it is written and whether or not it is known. */
  static @Nullable NamePhrase given(NameTokens tokens, int first) {
    String word = tokens.plain(first);
    if (word.length() < 3 || !mayName(word) || Roles.of(word) != Titles.NONE) {
      return null;
    }
    String next = tokens.plain(first + 1);
    boolean family =
        tokens.before(first + 1) == Seam.SPACE
            && tokens.isCapital(first + 1) == tokens.isCapital(first)
            && tokens.isCapital(first)
            && mayName(next);
    return new NamePhrase(
        PersonName.ofPlain(family ? word + " " + next : word),
        first,
        first + (family ? 2 : 1),
        false,
        false,
        "");
  }

  static boolean mayName(String word) {
    return !word.isEmpty()
        && !NO_NAMES.contains(word)
        && !INDEFINITE.contains(word)
        && !BodyPhrase.isOutside(word)
        && !Character.isDigit(word.charAt(0));
  }

  /** {@code and}, {@code y}, {@code de} */
  static boolean isLink(String word) {
    return LINKS.contains(word);
  }

  private static boolean isOfClassOrKin(String next) {
    return KinName.isKin(next) || Titles.of(next) == Titles.BODY || next.equals("class");
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

  /** The name alone, as words with single spaces. */
  String words() {
    return String.join(" ", name.parts());
  }

  /** Whether a name in it is known, or written as one: {@code soy maestra jubilada} has none. */
  boolean isWritten(NameTokens tokens) {
    if (name.title() == Titles.COURTESY || name.kin() || isTitleAndName(tokens)) {
      return true;
    }
    for (int i = first; i < end; i++) {
      String word = tokens.plain(i);
      boolean title = Roles.of(word) != Titles.NONE;
      if (!title && (tokens.isCapital(i) || GivenNames.isPossible(word))) {
        return true;
      }
    }
    return determined;
  }

  /** {@code principal graves}: in English a title without an article stands before a name. */
  private boolean isTitleAndName(NameTokens tokens) {
    return end - first == 2
        && TITLES_OF_NAMES.contains(tokens.plain(first))
        && !NO_FAMILY.contains(tokens.plain(first + 1));
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
        && (!name.kin() || BodyPhrase.isRelatives(name));
  }
}
