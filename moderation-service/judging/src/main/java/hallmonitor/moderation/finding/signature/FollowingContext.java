package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import java.util.Set;

/**
 * What stands after a name that may be the speaker's.
 *
 * @param seam what parts it from the name
 * @param word its first word
 * @param stops whether the name is all that is told of who speaks, or more of that follows
 * @param first whether its first word speaks in the first person
 * @param speaks whether it goes on in the first person: {@code and i ...}
 * @param thanks whether it thanks, or wishes luck
 * @param borrows whether it tells whose telephone or account is used
 */
record FollowingContext(
    boolean atEnd,
    Seam seam,
    String word,
    boolean stops,
    boolean first,
    boolean speaks,
    boolean thanks,
    boolean borrows) {
  private static final int NEAR = 3;

  private static final Set<String> ON_GOING = WORDS.of("goes-on");
  private static final Set<String> FIRST = WORDS.of("first-person");
  private static final Set<String> JOINING = WORDS.of("joining");
  private static final Set<String> SMALL_WORDS = WORDS.of("small-word");
  private static final Set<String> FROM_IT = WORDS.of("from-it");
  private static final Set<String> BORROWED = WORDS.of("borrowed");
  private static final Set<String> THANKS = WORDS.of("calling");

  static FollowingContext of(NameTokens tokens, int i) {
    boolean atEnd = i >= tokens.count();
    Seam seam = tokens.before(i);
    String word = tokens.plain(i);
    boolean borrows = borrows(tokens, i);
    return new FollowingContext(
        atEnd,
        seam,
        word,
        !atEnd && (seam != Seam.SPACE || ON_GOING.contains(word) || borrows),
        FIRST.contains(word),
        JOINING.contains(word) && speaksSoon(tokens, i + 1),
        THANKS.contains(word),
        borrows);
  }

  /** {@code she cant come to the phone this is ...}: before a name that is given then. */
  static boolean isOfAPhone(String word) {
    return BORROWED.contains(word);
  }

  /** Whether it is parted from the name by a sign at which a clause can end. */
  boolean isApart() {
    return seam == Seam.COLON || seam == Seam.COMMA || seam == Seam.END;
  }

  /** {@code , and two more}: the name is one of several. */
  boolean isJoined() {
    return JOINING.contains(word);
  }

  /** {@code on kelsey's phone}: whoever speaks has somebody's account. */
  private static boolean borrows(NameTokens tokens, int i) {
    if (!FROM_IT.contains(tokens.plain(i))) {
      return false;
    }
    for (int k = i + 1; k <= i + NEAR && k < tokens.count(); k++) {
      if (BORROWED.contains(tokens.plain(k))) {
        return true;
      }
    }
    return false;
  }

  /** {@code and i}, {@code and yes i}, but not {@code and his brother who i} */
  private static boolean speaksSoon(NameTokens tokens, int from) {
    for (int i = from; i < from + NEAR; i++) {
      String word = tokens.plain(i);
      if (FIRST.contains(word)) {
        return !word.equals("my") && !word.equals("me") && !word.equals("mi");
      }
      if (tokens.before(i) != Seam.SPACE || !SMALL_WORDS.contains(word)) {
        return false;
      }
    }
    return false;
  }
}
