package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that a platform shows over a comment: a person's, a handle, or an organization's.
 *
 * @param tokens its words, in lower case without accents; a handle is split at capitals, digits and
 *     signs; other people's names, as in {@code Ruby's friend}, are left out
 * @param words all its words of at least three letters
 * @param kin whether it says that its owner is a parent, aunt, ... of someone
 * @param child whether it shows an age or a grade
 */
record DisplayName(
    List<String> tokens,
    Kind kind,
    Titles title,
    boolean mocks,
    boolean several,
    Set<String> words,
    boolean kin,
    boolean child) {
  static final Set<String> BUSINESSES = WORDS.of("business");
  private static final Set<String> OF_SCHOOLS = WORDS.of("of-school");

  /** In letters: shorter parts of a name are initials, or found in any handle by chance. */
  private static final int SHORTEST_PART = 3;

  /** In letters: shorter words of a group's name, such as "the", are shared by chance. */
  private static final int SHORTEST_GROUP_WORD = 4;

  /** In letters: two given names that are written as one have more than a short name. */
  private static final int SHORTEST_RUN_TOGETHER = 5;

  /** In letters: more of them are a word. */
  private static final int MOST_INITIALS = 3;

  /** In letters: a pet name with another last letter than the given name. */
  private static final int SHORTEST_PET_NAME = 4;

  enum Kind {
    /** The platform shows no name. */
    BLANK,
    PERSON,
    /** Says nothing about who it is, or only part of it. */
    HANDLE,
    /** Anyone may sign for it. */
    ORGANIZATION
  }

  /** The person that a signature names, compared with the display name. */
  enum Relation {
    SAME,
    /** A family name is shared, but given names differ. */
    FAMILY,
    OTHER
  }

  DisplayName {
    tokens = List.copyOf(tokens);
    words = Set.copyOf(words);
  }

  static DisplayName of(String written) {
    return DisplayNameReader.read(written);
  }

  /** Returns whether it shares a word with the name of a group that a member may speak for. */
  boolean isOf(String many) {
    return !mocks
        && Arrays.stream(many.split(" "))
            .anyMatch(
                word ->
                    word.length() >= SHORTEST_GROUP_WORD
                        && words.stream().anyMatch(w -> w.contains(word)));
  }

  /**
   * Returns whether a text names its owner from an index on, and not as another person's relative.
   */
  boolean isNamedIn(String text, int from) {
    return !mocks
        && !tokens.isEmpty()
        && tokens.get(0).length() >= SHORTEST_PART
        && words.size() > 1
        && Pattern.compile("(?<!\\p{L}|de )" + Pattern.quote(tokens.get(0)) + "(?!\\p{L}|'s)")
            .matcher(text.substring(from))
            .find();
  }

  /**
   * Returns whether anyone may sign under it the way the text does from an index on; for example,
   * not as someone of a school under the name of a business.
   */
  boolean isOpenTo(String signature) {
    return kind == Kind.ORGANIZATION
        && !mocks
        && (Collections.disjoint(words, BUSINESSES)
            || !Collections.disjoint(words, OF_SCHOOLS)
            || Arrays.stream(NameTokens.plain(signature).split("[^a-z]+"))
                .noneMatch(OF_SCHOOLS::contains));
  }

  /** Returns whether its first name is this one. */
  boolean beginsWith(String given) {
    return !tokens.isEmpty()
        && given.length() >= SHORTEST_PART
        && (PersonName.same(given, tokens.get(0)) || inHandle(given, tokens.get(0)));
  }

  /** Returns whether a name begins with the same letter as its first name, as most nicknames do. */
  boolean beginsAs(String given) {
    return kind == Kind.PERSON && !mocks && given.charAt(0) == tokens.get(0).charAt(0);
  }

  /** Returns whether its words contain a known given name. */
  boolean showsGivenName() {
    return tokens.stream().anyMatch(GivenNames::isPossible);
  }

  /**
   * @param name with at least one part
   */
  Relation to(PersonName name) {
    List<String> signed = name.parts();
    if (mocks) {
      return Relation.OTHER;
    }
    boolean own =
        isInitials(signed)
            || isMine(signed.get(0), signed.size() == 1, name.hasTitle())
            || signed.size() > 1 && (isTwice(signed) || isRunTogether(signed));
    if (own) {
      return Relation.SAME;
    }
    boolean family = signed.stream().skip(1).anyMatch(part -> part.length() > 1 && isFamily(part));
    return !family
        ? Relation.OTHER
        : several || name.title() == Titles.COURTESY ? Relation.SAME : Relation.FAMILY;
  }

  /** {@code Rosa Maria} by {@code Maria Diaz}, {@code Ana Ruiz Diaz} by {@code R. Ruiz Diaz}. */
  private boolean isTwice(List<String> signed) {
    return !tokens.isEmpty()
            && tokens.get(0).length() >= SHORTEST_PART
            && signed.contains(tokens.get(0))
        || signed.stream().filter(p -> p.length() > 1 && tokens.contains(p)).count() > 1;
  }

  /** {@code Pa Houa} and {@code Pahoua}. */
  private boolean isRunTogether(List<String> signed) {
    String together = signed.get(0) + signed.get(1);
    return tokens.stream()
        .anyMatch(token -> token.length() >= SHORTEST_RUN_TOGETHER && token.startsWith(together));
  }

  /** {@code R.D.} and {@code rmd} by {@code Rosa Maria Diaz}. */
  private boolean isInitials(List<String> signed) {
    boolean initials =
        signed.size() > 1
            ? signed.stream().allMatch(part -> part.length() == 1)
            : signed.get(0).length() <= MOST_INITIALS;
    String theirs = String.join("", signed);
    return initials
        && tokens.size() > 1
        && theirs.length() > 1
        && theirs.charAt(0) == tokens.get(0).charAt(0)
        && tokens.stream()
            .skip(1)
            .anyMatch(token -> token.charAt(0) == theirs.charAt(theirs.length() - 1));
  }

  /**
   * @param alone whether it is signed with only a title, which stands before a family name
   */
  private boolean isMine(String part, boolean alone, boolean titled) {
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      boolean initial = token.length() == 1 || part.length() == 1;
      boolean last = i == tokens.size() - 1 && (i > 0 || title != Titles.NONE);
      boolean fits = !initial || (alone && titled ? last : i == 0) || alone && part.length() == 1;
      if (fits && (PersonName.same(part, token) || inHandle(part, token))) {
        return true;
      }
    }
    return false;
  }

  private boolean isFamily(String part) {
    return tokens.stream()
        .anyMatch(token -> token.length() > 1 && (token.equals(part) || inHandle(part, token)));
  }

  /** {@code reyes} in {@code jreyes}, {@code mateo} as {@code mati}. */
  private boolean inHandle(String part, String token) {
    return kind != Kind.PERSON
        && part.length() >= SHORTEST_PART
        && (token.contains(part)
            || token.length() >= SHORTEST_PET_NAME
                && !GivenNames.isPossible(token)
                && part.startsWith(token.substring(0, token.length() - 1)));
  }
}
