package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.Titles;
import java.util.Set;

/**
 * What a word beside a signature says about who signs. People sign with more offices and trades
 * than they use when they write about others, so these words are read only here.
 */
final class Roles {
  private static final Set<String> TRADES = WORDS.of("trade");
  private static final Set<String> BESIDE = WORDS.of("beside");
  private static final Set<String> MANY = WORDS.of("many");

  private static final Set<String> DETERMINERS = WORDS.of("determiner");

  private Roles() {}

  /**
   * @param word in lower case without accents
   */
  static Titles of(String word) {
    Titles kind = Titles.of(word);
    if (kind != Titles.NONE) {
      return kind;
    }
    return TRADES.contains(word) ? Titles.STAFF : BESIDE.contains(word) ? Titles.BESIDE : kind;
  }

  /** Returns whether it means a group that speaks as one: {@code band}, {@code drivers}. */
  static boolean isMany(String word) {
    return MANY.contains(word) || Titles.of(word) == Titles.BODY;
  }

  /** Returns whether it is an office or a group. */
  static boolean isOffice(String word) {
    return of(word).compareTo(Titles.COURTESY) < 0 || isMany(word);
  }

  /** Returns whether it is an office, a relation or a group. */
  static boolean isRole(String word) {
    return isOffice(word) || KinName.isKin(word);
  }

  /** {@code the}: what follows may be an office. */
  static boolean isOpen(String word) {
    return DETERMINERS.contains(word);
  }
}
