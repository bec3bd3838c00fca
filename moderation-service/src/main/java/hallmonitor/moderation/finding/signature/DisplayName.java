package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that a platform shows over a comment: a person's, a handle, or an organisation's.
 *
 * @param tokens its words, small and without accents; a handle is taken apart at capitals, digits
 *     and signs
 */
record DisplayName(List<String> tokens, Kind kind, Titles title, boolean mocks, boolean several) {
  enum Kind {
    /** The platform shows none. */
    BLANK,
    PERSON,
    /** Says nothing about who it is, or only in part. */
    HANDLE,
    /** Anybody may sign for it. */
    ORGANISATION
  }

  /** Who a signature names, seen from the display name. */
  enum Relation {
    SAME,
    /** A family name is shared, but given names differ. */
    FAMILY,
    OTHER
  }

  private static final Pattern SEAMS =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}'’]+|(?<=\\p{L})['’](?=s\\b)");

  /** {@code 6A} is no initial. */
  private static final Pattern OF_A_CLASS = Pattern.compile("(?<![\\p{L}0-9])[0-9]{1,4}\\p{L}\\b");

  private static final Pattern SEVERAL = Pattern.compile("&|\\b(?:and|y)\\b");

  /** Whoever calls himself so speaks about the named person, and is not that person. */
  private static final Set<String> MOCKING = WORDS.of("mocking");

  private static final Set<String> INSTITUTIONS = WORDS.of("institution");

  DisplayName {
    tokens = List.copyOf(tokens);
  }

  static DisplayName of(String written) {
    List<String> tokens = new ArrayList<>();
    Titles title = Titles.NONE;
    boolean mocks = false;
    boolean institution = false;
    boolean kin = false;
    for (String piece : SEAMS.split(OF_A_CLASS.matcher(written).replaceAll(" "))) {
      String word = NormalisedText.of(piece).text().replace("'", "").strip();
      if (word.isEmpty()) {
        continue;
      }
      mocks |= MOCKING.contains(word) || isDenied(word);
      Titles kind = Titles.of(word);
      kin |= kind == Titles.KIN;
      institution |= isInstitution(word);
      if (kind == Titles.NONE) {
        tokens.add(word);
      } else if (kind.compareTo(Titles.BODY) < 0 && kind.compareTo(title) < 0) {
        title = kind;
      }
    }
    String plain = NormalisedText.of(written).text();
    mocks |= plain.contains("no soy") || plain.contains("no_soy");
    Kind kind = kind(written, tokens, institution && !kin);
    return new DisplayName(tokens, kind, title, mocks, SEVERAL.matcher(plain).find());
  }

  private static boolean isInstitution(String word) {
    return INSTITUTIONS.contains(word)
        || word.length() > 5
            && (word.endsWith("pta")
                || word.endsWith("pto")
                || word.endsWith("isd")
                || word.endsWith("school")
                || word.endsWith("boosters"));
  }

  private static boolean isDenied(String word) {
    return word.startsWith("not") && word.length() > 5 && GivenNames.isPossible(word.substring(3));
  }

  private static Kind kind(String written, List<String> tokens, boolean institution) {
    if (written.isBlank()) {
      return Kind.BLANK;
    }
    if (institution) {
      return Kind.ORGANISATION;
    }
    boolean named =
        tokens.size() >= 2
            && tokens.stream().limit(2).anyMatch(GivenNames::isPossible)
            && written.chars().noneMatch(c -> Character.isDigit(c) || c == '_')
            && Character.isUpperCase(written.strip().charAt(0));
    return named ? Kind.PERSON : Kind.HANDLE;
  }

  /** Whether a known given name is among its words. */
  boolean showsGivenName() {
    return tokens.stream().anyMatch(GivenNames::isPossible);
  }

  /**
   * @param name with one part at least
   */
  Relation to(PersonName name) {
    if (mocks) {
      return Relation.OTHER;
    }
    List<String> signed = name.parts();
    if (isInitials(signed)) {
      return Relation.SAME;
    }
    if (signed.size() == 1) {
      return isOne(signed.get(0), name.hasTitle()) ? Relation.SAME : Relation.OTHER;
    }
    if (isGiven(signed.get(0)) || sharedParts(signed) > 1) {
      return Relation.SAME;
    }
    boolean family = signed.stream().skip(1).anyMatch(p -> p.length() > 1 && isFamily(p));
    if (!family) {
      boolean second =
          signed.stream()
              .skip(1)
              .anyMatch(p -> !tokens.isEmpty() && p.length() > 2 && p.equals(tokens.get(0)));
      return second ? Relation.SAME : Relation.OTHER;
    }
    String given = signed.get(0);
    boolean shortened =
        given.length() >= 3 && tokens.stream().anyMatch(t -> t.startsWith(given.substring(0, 3)));
    boolean ofOneHouse =
        several || shortened || name.title() == Titles.COURTESY || isOnlyFamily(signed);
    return ofOneHouse ? Relation.SAME : Relation.FAMILY;
  }

  private long sharedParts(List<String> signed) {
    return signed.stream().filter(p -> p.length() > 1 && tokens.contains(p)).count();
  }

  private boolean isInitials(List<String> signed) {
    if (tokens.size() < 2) {
      return false;
    }
    StringBuilder mine = new StringBuilder();
    tokens.forEach(token -> mine.append(token.charAt(0)));
    StringBuilder theirs = new StringBuilder();
    if (signed.size() > 1 && signed.stream().allMatch(p -> p.length() == 1)) {
      signed.forEach(theirs::append);
    } else if (signed.size() == 1 && signed.get(0).length() <= 3) {
      theirs.append(signed.get(0));
    }
    return theirs.length() > 1
        && (mine.toString().startsWith(theirs.toString())
            || theirs.charAt(0) == mine.charAt(0)
                && theirs.charAt(theirs.length() - 1) == mine.charAt(mine.length() - 1));
  }

  private boolean isOne(String part, boolean titled) {
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      boolean initial = token.length() == 1 || part.length() == 1;
      boolean fits =
          !initial
              || part.length() == 1
              || (titled ? i == tokens.size() - 1 && (i > 0 || title != Titles.NONE) : i == 0);
      if (fits && (PersonName.same(part, token) || inHandle(part, token))) {
        return true;
      }
    }
    return false;
  }

  private boolean isGiven(String given) {
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      boolean initial = token.length() == 1 || given.length() == 1;
      if ((!initial || i == 0) && (PersonName.same(given, token) || inHandle(given, token))) {
        return true;
      }
    }
    return false;
  }

  private boolean isFamily(String part) {
    return tokens.stream()
        .anyMatch(token -> token.length() > 1 && (token.equals(part) || inHandle(part, token)));
  }

  /** {@code jreyes}: no given name that could differ from the one signed. */
  private boolean isOnlyFamily(List<String> signed) {
    return tokens.size() == 1
        && tokens.stream()
            .noneMatch(
                token ->
                    token.length() > 2 && GivenNames.isPossible(token) && !signed.contains(token))
        && tokens.stream()
            .filter(token -> signed.stream().anyMatch(p -> p.length() > 1 && token.endsWith(p)))
            .allMatch(
                token -> signed.contains(token) || token.charAt(0) == signed.get(0).charAt(0));
  }

  private boolean inHandle(String part, String token) {
    if (kind == Kind.PERSON || part.length() < 3 || token.length() < 3) {
      return false;
    }
    if (token.startsWith(part)
        || token.endsWith(part)
        || part.length() > 3 && token.contains(part)) {
      return true;
    }
    int common = 0;
    while (common < Math.min(part.length(), token.length())
        && part.charAt(common) == token.charAt(common)) {
      common++;
    }
    return common >= 3 && token.length() - common <= 1 && !GivenNames.isPossible(token);
  }
}
