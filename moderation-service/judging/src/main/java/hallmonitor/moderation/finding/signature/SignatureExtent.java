package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.Set;

/** How far a signature goes: to the end of the text, but for an office, a place or a class. */
final class SignatureExtent {
  private static final int LONGEST_SUFFIX = 8;
  private static final int FIRST_WORDS = 4;

  /** Said just before one signs. */
  static final Set<String> CLOSERS = WORDS.of("closing");

  /** Of these, those that are said in signing only. */
  static final Set<String> FIRM = WORDS.of("firm");

  private static final int SUFFIX = 6;
  private static final Set<String> CALLING = WORDS.of("calling");
  private static final Set<String> FIRST = WORDS.of("first-person");
  private static final Set<String> PLACED = WORDS.of("placed");
  private static final Set<String> NO_SUFFIX = WORDS.of("no-role");
  private static final Set<String> PLACING = WORDS.of("placing");
  private static final Set<String> PLACING_A_TITLE = WORDS.of("placing-a-title");

  private SignatureExtent() {}

  static boolean isToTheEnd(NameTokens tokens, NamePhrase phrase, Form form) {
    int end = phrase.end();
    boolean firm = form == Form.CLOSING || form == Form.LOVE || form == Form.DASH;
    if (!firm && BodyPhrase.isNobody(phrase.name()) && isLoose(tokens, phrase)) {
      return false;
    }
    if (end == tokens.count()) {
      return form != Form.THANKS || phrase.name().title() != Titles.BODY || phrase.determined();
    }
    if (form == Form.CLOSING && isFollowed(tokens, phrase)) {
      return true;
    }
    return tokens.count() - end <= LONGEST_SUFFIX
        && isSuffix(tokens, phrase)
        && (form != Form.THANKS || hasRole(tokens, end));
  }

  /** {@code Respectfully, Ann Lee. ...}: more may be said after such a signature. */
  private static boolean isFollowed(NameTokens tokens, NamePhrase phrase) {
    Seam seam = tokens.before(phrase.end());
    boolean opens = phrase.first() < FIRST_WORDS && tokens.before(0) == Seam.START;
    return closesAt(tokens, phrase.first())
            && !phrase.name().parts().isEmpty()
            && seam.compareTo(Seam.COMMA) >= 0
        || opens
            && closesAtOnce(tokens)
            && (seam != Seam.SPACE || tokens.plain(phrase.end()).equals("de"));
  }

  /** {@code Sincerely, ...}, and then more is said. */
  static boolean closesAt(NameTokens tokens, int i) {
    if (i < 1 || tokens.before(i) != Seam.COMMA) {
      return false;
    }
    int first = CLOSERS.contains(tokens.plain(i - 2)) ? i - 2 : i - 1;
    return tokens.before(first).compareTo(Seam.END) >= 0 && CLOSERS.contains(tokens.plain(i - 1));
  }

  /** {@code Respectfully, the office. ...}: signed before anything is said. */
  static boolean closesAtOnce(NameTokens tokens) {
    String word = tokens.plain(0);
    boolean apart = tokens.before(1) == Seam.COMMA || tokens.before(1) == Seam.LINE;
    return FIRM.contains(word)
        || CLOSERS.contains(word) && (apart || word.endsWith("mente") || word.endsWith("ly"));
  }

  /** {@code , treasurer}; {@code (room 12)}; {@code from the front desk}. */
  private static boolean isSuffix(NameTokens tokens, NamePhrase phrase) {
    int end = phrase.end();
    boolean begins =
        switch (tokens.before(end)) {
          case COMMA -> !isList(tokens, phrase);
          case PARENTHESIS, LINE -> true;
          case SPACE -> tellsPlace(tokens.plain(end), phrase);
          default -> false;
        };
    return begins && isOneClause(tokens, end);
  }

  private static boolean tellsPlace(String word, NamePhrase phrase) {
    return PLACING.contains(word)
        || phrase.name().hasTitle() && PLACING_A_TITLE.contains(word)
        || Character.isDigit(word.charAt(0));
  }

  /** {@code Ava, Zuri, Mei} */
  private static boolean isList(NameTokens tokens, NamePhrase phrase) {
    return !phrase.name().isFull()
        && !phrase.name().hasTitle()
        && tokens.isCapital(phrase.end())
        && GivenNames.isPossible(tokens.plain(phrase.end()));
  }

  private static boolean isOneClause(NameTokens tokens, int from) {
    for (int i = from; i < tokens.count(); i++) {
      boolean degree = tokens.plain(i).length() < 4 && tokens.isCapital(i);
      if (NO_SUFFIX.contains(tokens.plain(i)) || tokens.before(i) == Seam.END && !degree) {
        return false;
      }
    }
    return true;
  }

  /** {@code Parents, wash them}, which calls them. */
  private static boolean isLoose(NameTokens tokens, NamePhrase phrase) {
    int left = tokens.count() - phrase.end();
    boolean number = Character.isDigit(tokens.plain(tokens.count() - 1).charAt(0));
    boolean room = left > 0 && left < 3 && number;
    return left > 0 && !room || phrase.end() - phrase.first() < 2;
  }

  /** Whether an office or a relation is told from there on. */
  static boolean hasRole(NameTokens tokens, int from) {
    for (int i = from; i < tokens.count(); i++) {
      Titles kind = Roles.of(tokens.plain(i));
      if (kind == Titles.LEADER
          || kind == Titles.STAFF
          || kind == Titles.KIN
          || Roles.isMany(tokens.plain(i))
          || Roles.isRoom(tokens.plain(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Index after {@code , dentist} or {@code of the school}, which begins at a word after a name; -1
   * where none does, or where it tells no office though it must.
   */
  static int afterSuffix(NameTokens tokens, int at, boolean needsRole) {
    boolean begins =
        switch (tokens.before(at)) {
          case COMMA, PARENTHESIS -> !CALLING.contains(tokens.plain(at));
          case SPACE ->
              PLACED.contains(tokens.plain(at)) || Character.isDigit(tokens.plain(at).charAt(0));
          default -> false;
        };
    int end = at;
    while (begins && end < Math.min(tokens.count(), at + SUFFIX) && isWithin(tokens, end)) {
      end++;
    }
    return end == at || needsRole && !hasOffice(tokens, at, end) ? -1 : end;
  }

  private static boolean isWithin(NameTokens tokens, int i) {
    return tokens.before(i).compareTo(Seam.PARENTHESIS) <= 0
        && tokens.before(i) != Seam.COLON
        && !FIRST.contains(tokens.plain(i))
        && !CALLING.contains(tokens.plain(i));
  }

  /** Index of the first word of the clause that ends there: {@code Her mother, ...}. */
  static int clauseBefore(NameTokens tokens, int end) {
    int first = end - 1;
    while (first > 0 && tokens.before(first) == Seam.SPACE) {
      first--;
    }
    return Math.max(0, first);
  }

  /** Whether an office or a word for many stands there. */
  static boolean hasOffice(NameTokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Roles.of(tokens.plain(i)).compareTo(Titles.COURTESY) < 0
          || Roles.isMany(tokens.plain(i))) {
        return true;
      }
    }
    return false;
  }
}
