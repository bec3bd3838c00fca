package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.signature.DisplayName.Kind;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits a display name into its parts. */
final class DisplayNameReader {
  private static final Pattern SEAMS =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}'’]+|(?<=\\p{L})['’](?=s\\b)");

  /** {@code 6A} is not an initial. */
  private static final Pattern OF_A_CLASS = Pattern.compile("(?<![\\p{L}0-9])[0-9]{1,4}\\p{L}\\b");

  private static final Pattern SEVERAL = Pattern.compile("&|\\b(?:and|y)\\b");

  /** {@code age 15}, {@code 7th}, {@code de 5to}, {@code 8mo}. */
  private static final Pattern OF_A_CHILD =
      Pattern.compile(
          "(?<![a-z])(?:age|grade|grado|edad) ?[0-9]|[0-9] ?(?:th|st|nd|rd|mo|vo|to|ro|do)(?:\\b|"
              + " ?gr)|\\b(?:cuarto|quinto|sexto|septimo|octavo|noveno)\\b|\\bgrader\\b|[0-9]+"
              + " años");

  /** {@code trevorsmom} */
  private static final Pattern RUN_ON_KIN =
      Pattern.compile(".{2,20}(?:mom|mum|mommy|mama|dad|papa|mami)");

  private static final Pattern DENIED = Pattern.compile("\\bno[ _.](?:soy|es)[ _.]|^no es |nosoy");

  /** Before a given name that is denied: {@code notmaria}. */
  private static final String NOT = "not";

  /** In letters: shorter given names stand in other words, as in {@code noted}. */
  private static final int SHORTEST_DENIED = 3;

  /** A person with such a name speaks about the named person, and is not that person. */
  private static final Set<String> MOCKING = WORDS.of("mocking");

  private static final Set<String> INSTITUTIONS = WORDS.of("institution");
  private static final Set<String> RELATIONS = WORDS.of("relation");

  /** {@code lincolnpto}, but not {@code crypto} and {@code egipto}, which have the same ending. */
  private static final Pattern OF_SCHOOLS =
      Pattern.compile(".{5,}pt[ao]|.{3,}isd|.*.school|.*.boosters");

  private DisplayNameReader() {}

  static DisplayName read(String written) {
    List<String> tokens = new ArrayList<>();
    Set<String> words = new HashSet<>();
    Titles title = Titles.NONE;
    boolean mocks = false;
    boolean institution = false;
    boolean many = false;
    boolean kin = false;
    String last = "";
    for (String piece : SEAMS.split(OF_A_CLASS.matcher(written).replaceAll(" "))) {
      String word = NormalizedText.of(piece).text().replace("'", "").strip();
      if (word.isEmpty()) {
        continue;
      }
      if (word.length() > 2) {
        words.add(word);
      }
      mocks |= MOCKING.contains(word) || isDenied(word);
      Titles kind = Titles.of(word);
      boolean relation = kind == Titles.KIN || RELATIONS.contains(word);
      kin |= kind == Titles.KIN || RUN_ON_KIN.matcher(word).matches();
      institution |= INSTITUTIONS.contains(word) || OF_SCHOOLS.matcher(word).matches();
      many |= Roles.isMany(word) || DisplayName.BUSINESSES.contains(word);
      if (relation && last.equals("s") && tokens.size() > 1) {
        tokens.subList(tokens.size() - 2, tokens.size()).clear();
      }
      boolean anothers = kin && (last.equals("de") || last.equals("del"));
      last = word;
      if (kind == Titles.NONE && !anothers) {
        tokens.add(word);
      } else if (kind.compareTo(Titles.BODY) < 0 && kind.compareTo(title) < 0) {
        title = kind;
      }
    }
    String plain = NormalizedText.of(written).text();
    mocks |= DENIED.matcher(plain).find();
    boolean capital = !written.isBlank() && Character.isUpperCase(written.strip().codePointAt(0));
    institution |= many && capital && !mocks && written.indexOf('_') < 0;
    return new DisplayName(
        tokens,
        kind(written, tokens, institution && !kin),
        title,
        mocks,
        SEVERAL.matcher(plain).find(),
        words,
        kin,
        OF_A_CHILD.matcher(plain).find());
  }

  private static boolean isDenied(String word) {
    return word.startsWith(NOT)
        && word.length() >= NOT.length() + SHORTEST_DENIED
        && GivenNames.isPossible(word.substring(NOT.length()));
  }

  private static Kind kind(String written, List<String> tokens, boolean institution) {
    if (written.isBlank()) {
      return Kind.BLANK;
    }
    if (institution) {
      return Kind.ORGANIZATION;
    }
    boolean named =
        tokens.size() >= 2
            && tokens.stream().limit(2).anyMatch(GivenNames::isPossible)
            && written.chars().noneMatch(c -> Character.isDigit(c) || c == '_')
            && Character.isUpperCase(written.strip().charAt(0));
    return named ? Kind.PERSON : Kind.HANDLE;
  }
}
