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

/**
 * The name that a platform shows over a comment: a person's, a handle, or an organization's.
 *
 * @param tokens its words, small and without accents; a handle is taken apart at capitals, digits
 *     and signs; not those of others, as in {@code Ruby's friend}
 * @param words all its words of three letters at least
 * @param kin whether it says whose parent, aunt, ... its owner is
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

  enum Kind {
    /** The platform shows none. */
    BLANK,
    PERSON,
    /** Says nothing about who it is, or only in part. */
    HANDLE,
    /** Anybody may sign for it. */
    ORGANIZATION
  }

  /** Who a signature names, seen from the display name. */
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

  /** Returns whether it shares a word with the name of a group, for which a member may speak. */
  boolean isOf(String many) {
    return !mocks
        && Arrays.stream(many.split(" "))
            .anyMatch(word -> word.length() > 3 && words.stream().anyMatch(w -> w.contains(word)));
  }

  /** Whether a text names its owner, from there on and not as another's. */
  boolean isNamedIn(String text, int from) {
    if (mocks || tokens.isEmpty() || tokens.get(0).length() < 3 || words.size() < 2) {
      return false;
    }
    String name = tokens.get(0);
    for (int at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean whole =
          (at == 0 || !Character.isLetter(text.charAt(at - 1)))
              && (end == text.length() || !Character.isLetter(text.charAt(end)));
      boolean owns = text.startsWith("'s", end) || at > 2 && text.startsWith("de ", at - 3);
      if (whole && !owns) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is an organization's that has nothing to do with a school. */
  boolean isBusiness() {
    return kind == Kind.ORGANIZATION
        && !Collections.disjoint(words, BUSINESSES)
        && Collections.disjoint(words, OF_SCHOOLS);
  }

  /** Whether anybody may sign under it as the text does from there on. */
  boolean isOpenTo(String signature) {
    return kind == Kind.ORGANIZATION
        && !mocks
        && !(isBusiness()
            && Arrays.stream(NameTokens.plain(signature).split("[^a-z]+"))
                .anyMatch(OF_SCHOOLS::contains));
  }

  /** Whether its first name is the one given. */
  boolean beginsWith(String given) {
    return !tokens.isEmpty()
        && given.length() > 2
        && (PersonName.same(given, tokens.get(0)) || inHandle(given, tokens.get(0)));
  }

  /** Whether a name begins with the same letter as its first: most pet names do. */
  boolean beginsAs(String given) {
    return kind == Kind.PERSON && !mocks && given.charAt(0) == tokens.get(0).charAt(0);
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
    boolean mine =
        !tokens.isEmpty() && tokens.get(0).length() > 3 && signed.contains(tokens.get(0));
    if (mine || isGiven(signed.get(0)) || sharedParts(signed) > 1 || isRunTogether(signed)) {
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

  /** {@code Pa Houa} and {@code Pahoua}. */
  private boolean isRunTogether(List<String> signed) {
    String together = signed.get(0) + signed.get(1);
    return tokens.stream().anyMatch(token -> token.length() > 4 && token.startsWith(together));
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
