package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.Set;

/** What stands before a word tells in which form a name there would be signed. */
final class SignOffForm {
  static final Set<String> CLOSERS = WORDS.of("closing");

  /** What is said in signing only. */
  static final Set<String> FIRM = WORDS.of("firm");

  static final Set<String> FONDLY = WORDS.of("fond");

  private static final Set<String> OF_PAPERS = WORDS.of("of-papers");
  private static final Set<String> THANKING = WORDS.of("thanks");

  private SignOffForm() {}

  /**
   * @return null where nobody would sign
   */
  static Form of(NameTokens tokens, int i) {
    Seam before = tokens.before(i);
    String last = tokens.plain(i - 1);
    if (before == Seam.DASH || i == 0 && tokens.afterDash()) {
      return Form.DASH;
    }
    if (before == Seam.PARENTHESIS && FIRM.contains(last)) {
      return Form.CLOSING;
    }
    if (i > 0 && before != Seam.PARENTHESIS && before != Seam.QUOTE) {
      boolean opens = opensPhrase(tokens, i - 1);
      if (CLOSERS.contains(last) && (opens || before != Seam.SPACE)
          || FIRM.contains(last) && !OF_PAPERS.contains(tokens.plain(i - 2))) {
        return Form.CLOSING;
      }
      if (FONDLY.contains(last) && (opens || before != Seam.SPACE)) {
        return Form.LOVE;
      }
      if (THANKING.contains(last) && isThanks(tokens, i - 1)) {
        if (before == Seam.LINE && opens) {
          return Form.LOVE;
        }
        if (before != Seam.SPACE && before != Seam.END) {
          return Form.THANKS;
        }
      }
      if (before == Seam.COMMA && isAfterKin(tokens, i)) {
        return Form.SENTENCE;
      }
      if (before == Seam.COMMA && isYours(tokens, i)) {
        return Form.CLOSING;
      }
      if (before == Seam.COMMA && isWith(tokens.plain(i - 2))) {
        return Form.CLOSING;
      }
    }
    if (i == 0 || before == Seam.START) {
      return null;
    }
    return before == Seam.LINE ? Form.LINE : before == Seam.END ? Form.SENTENCE : null;
  }

  /** {@code Her mother, Rosa Diaz}: who somebody is to a child, and then the name. */
  static boolean isAfterKin(NameTokens tokens, int i) {
    boolean kin = false;
    for (int k = i - 1; k >= Math.max(0, i - 5); k--) {
      kin |=
          Roles.of(tokens.plain(k)).compareTo(Titles.STAFF) <= 0
              || Titles.of(tokens.plain(k)) == Titles.KIN;
      if (tokens.before(k) != Seam.SPACE) {
        return kin && tokens.before(i) == Seam.COMMA && tokens.before(k) != Seam.COMMA;
      }
    }
    return false;
  }

  /** {@code , your neighbor Bev} */
  private static boolean isYours(NameTokens tokens, int i) {
    String word = tokens.plain(i);
    boolean yours = word.equals("your") || word.equals("su") || word.equals("tu");
    return yours && Roles.of(tokens.plain(i + 1)) != Titles.NONE && i + 2 < tokens.count();
  }

  private static boolean isWith(String word) {
    return word.equals("with") || word.equals("con");
  }

  private static boolean isThanks(NameTokens tokens, int i) {
    return !tokens.plain(i).equals("you") || tokens.plain(i - 1).equals("thank");
  }

  /** Whether a closing formula of up to three words begins where a phrase can begin. */
  private static boolean opensPhrase(NameTokens tokens, int last) {
    for (int i = last; i > last - 3 && i >= 0; i--) {
      if (tokens.before(i) != Seam.SPACE || i == 0) {
        return true;
      }
    }
    return false;
  }
}
