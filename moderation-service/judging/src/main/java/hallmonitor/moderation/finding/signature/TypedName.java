package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.text.NormalizedText;
import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a display name says about who wrote, where anyone can type any name or none. In doubt it
 * counts as a name, as rare names, names in other scripts and names of organizations do.
 */
enum TypedName {
  /** A person's, in full or in part, or an organization's. */
  NAMED,
  /** A handle of someone who gives no name: {@code tiger_mom_07}, {@code Concerned Parent}. */
  HANDLE,
  /** Names no one: empty, {@code Anonymous}, {@code Guest 4}, {@code 4711}. */
  NOBODY;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}'’]+");
  private static final Pattern SEAM = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}'’]+");
  private static final Pattern ANONYMOUSLY = Pattern.compile("(?iu)an[oó]n\\p{L}*");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}");
  private static final String[] NONE = {};
  private static final Pattern RUN_ON = Pattern.compile("[_\\p{N}]");

  /** Each of these shows that no one is named, no matter what stands beside it. */
  private static final Set<String> ANONYMOUS = WORDS.of("anonymous");

  /** These name no one if only words of {@code BESIDE} stand beside them. */
  private static final Set<String> PLACEHOLDERS = WORDS.of("placeholder");

  private static final Set<String> BESIDE = WORDS.of("beside-placeholder");

  /** {@code Mc}, {@code De}, {@code La}: a capital within a name can follow these. */
  private static final int PREFIX = 3;

  static TypedName of(String written) {
    if (isNobody(written)) {
      return NOBODY;
    }
    DisplayName.Kind kind = DisplayName.of(written).kind();
    boolean named =
        kind == DisplayName.Kind.PERSON
            || kind == DisplayName.Kind.ORGANIZATION
            || written.codePoints().anyMatch(TypedName::isOfOtherLetters)
            || showsName(written.strip());
    return named ? NAMED : HANDLE;
  }

  private static boolean isNobody(String written) {
    String plain = NormalizedText.of(written).text();
    List<String> words =
        Arrays.stream(NO_LETTER.split(plain)).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      return written.codePoints().noneMatch(TypedName::isOfOtherLetters);
    }
    if (words.stream().anyMatch(ANONYMOUS::contains)) {
      return !showsName(ANONYMOUSLY.matcher(written).replaceAll(" ").strip());
    }
    return words.stream().anyMatch(TypedName::isPlaceholder)
        && words.stream().allMatch(word -> isPlaceholder(word) || BESIDE.contains(word));
  }

  private static boolean isPlaceholder(String word) {
    return PLACEHOLDERS.contains(word) || word.chars().allMatch(c -> c == 'x');
  }

  /** Hangul fillers are letters that show nothing. */
  static boolean isOfOtherLetters(int codePoint) {
    return Character.isLetter(codePoint)
        && !NormalizedText.of(Character.toString(codePoint)).text().isBlank()
        && UnicodeScript.of(codePoint) != UnicodeScript.LATIN
        && UnicodeScript.of(codePoint) != UnicodeScript.COMMON;
  }

  private static boolean showsName(String written) {
    String[] pieces = SPACE.split(written);
    return pieces.length == 1 ? isRunTogether(written) : hasName(pieces);
  }

  /** {@code Dana}, {@code Okafor}, {@code maria.lopez}, {@code DanaReyes}, {@code ana_ruiz}. */
  private static boolean isRunTogether(String written) {
    List<String> words =
        Arrays.stream(SEAM.split(written)).filter(word -> !word.isEmpty()).toList();
    if (words.size() < 2) {
      return !words.isEmpty() && !RUN_ON.matcher(written).find() && isName(words.get(0));
    }
    return words.stream().noneMatch(TypedName::isPlainWord)
        && !NUMBER.matcher(written).find()
        && (words.get(0).length() <= PREFIX
            || words.stream().map(NameTokens::plain).anyMatch(GivenNames::isPossible));
  }

  private static boolean hasName(String[] pieces) {
    boolean titled = false;
    boolean initial = false;
    for (String piece : pieces) {
      for (String word : RUN_ON.matcher(piece).find() ? NONE : NO_LETTER.split(piece)) {
        boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
        boolean whole = capital && word.length() > 1;
        if (!word.isEmpty() && isName(word) || whole && titled) {
          return true;
        }
        titled = isTitle(word) || whole && piece.endsWith(".");
        initial |= capital && !whole;
      }
    }
    return initial
        && Arrays.stream(pieces).limit(2).allMatch(p -> Character.isUpperCase(p.charAt(0)));
  }

  /** A word before a name: {@code Coach}, {@code Mamá}. */
  private static boolean isTitle(String word) {
    Titles title = Titles.of(NameTokens.plain(word));
    return title.compareTo(Titles.COURTESY) <= 0 || title == Titles.KIN;
  }

  /** Returns whether it is a known given name, or written as a name and not an ordinary word. */
  private static boolean isName(String word) {
    String plain = NameTokens.plain(word);
    return GivenNames.isHardlyAWord(plain)
        || Character.isUpperCase(word.charAt(0))
            && (GivenNames.isPossible(plain) || plain.length() >= PREFIX && !isPlainWord(word));
  }

  private static boolean isPlainWord(String word) {
    String plain = NameTokens.plain(word);
    boolean plural = plain.endsWith("s") && plain.length() > PREFIX;
    return !GivenNames.isHardlyAWord(plain)
        && (Titles.of(plain) != Titles.NONE
            || SpanishGloss.shipped().isWord(plain)
            || plural && SpanishGloss.shipped().isWord(plain.substring(0, plain.length() - 1)));
  }
}
