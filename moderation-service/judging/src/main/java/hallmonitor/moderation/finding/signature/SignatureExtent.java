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

  private static final Set<String> NO_SUFFIX = WORDS.of("no-role");
  private static final Set<String> PLACING = WORDS.of("placing");
  private static final Set<String> PLACING_A_TITLE = WORDS.of("placing-a-title");

  private SignatureExtent() {}

  static boolean isToTheEnd(NameTokens tokens, NamePhrase phrase, Form form) {
    int end = phrase.end();
    boolean firm = form == Form.CLOSING || form == Form.LOVE || form == Form.DASH;
    if (!firm && phrase.name() == BodyPhrase.NOBODY && isLoose(tokens, phrase)) {
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
    int first = SignOffForm.CLOSERS.contains(tokens.plain(i - 2)) ? i - 2 : i - 1;
    return tokens.before(first).compareTo(Seam.END) >= 0
        && SignOffForm.CLOSERS.contains(tokens.plain(i - 1));
  }

  /** {@code Respectfully, the office. ...}: signed before anything is said. */
  static boolean closesAtOnce(NameTokens tokens) {
    String word = tokens.plain(0);
    boolean apart = tokens.before(1) == Seam.COMMA || tokens.before(1) == Seam.LINE;
    return SignOffForm.FIRM.contains(word)
        || SignOffForm.CLOSERS.contains(word)
            && (apart || word.endsWith("mente") || word.endsWith("ly"));
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
}
