package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
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

  /** Before an office: that of whoever is named after it. */
  private static final Set<String> HIS_OFFICE = WORDS.of("his-office");

  private static final Set<String> TAGGED = WORDS.of("tagged");

  private SignOffForm() {}

  /**
   * @return null where nobody would sign
   */
  static Form of(NameTokens tokens, int i) {
    Seam before = tokens.before(i);
    if (before == Seam.DASH || i == 0 && tokens.afterDash()) {
      return Form.DASH;
    }
    if (i == 0 || before == Seam.START || before == Seam.QUOTE) {
      return null;
    }
    if (before == Seam.PARENTHESIS) {
      return FIRM.contains(tokens.plain(i - 1)) ? Form.CLOSING : null;
    }
    Form formula = afterFormula(tokens, i, before);
    if (formula == null && before == Seam.COMMA) {
      formula = afterComma(tokens, i);
    }
    if (formula != null) {
      return formula;
    }
    return before == Seam.LINE ? Form.LINE : before == Seam.END ? Form.SENTENCE : null;
  }

  private static Form afterFormula(NameTokens tokens, int i, Seam before) {
    String last = tokens.plain(i - 1);
    boolean apart = before != Seam.SPACE;
    boolean opens = opensPhrase(tokens, i - 1);
    if (CLOSERS.contains(last) && (opens || apart) || isFirm(tokens, i, opens)) {
      return Form.CLOSING;
    }
    if (FONDLY.contains(last) && (opens || apart)
        || apart && Formula.closes(tokens, i)
        || Formula.parts(tokens, i)) {
      return Form.LOVE;
    }
    if (apart && Formula.thanks(tokens, i)) {
      return Form.GRATEFUL;
    }
    if (isThanks(tokens, i - 1)) {
      if (before == Seam.LINE && opens) {
        return Form.LOVE;
      }
      if (apart && (before != Seam.END || isSignedByName(tokens, i))) {
        return Form.THANKS;
      }
    }
    return null;
  }

  /** {@code signed Ann}, but not {@code it was signed} or {@code Jonah signed. Everybody ...}. */
  private static boolean isFirm(NameTokens tokens, int i, boolean opens) {
    return FIRM.contains(tokens.plain(i - 1))
        && !OF_PAPERS.contains(tokens.plain(i - 2))
        && (tokens.before(i) != Seam.END || opens && tokens.before(i - 1) != Seam.SPACE);
  }

  /** {@code Thank you. Ann Lee}, but not {@code Thank you. The office} or a sentence. */
  private static boolean isSignedByName(NameTokens tokens, int i) {
    return i + 2 == tokens.count()
        && tokens.before(i + 1) == Seam.SPACE
        && tokens.isCapital(i)
        && GivenNames.isPossible(tokens.plain(i));
  }

  private static Form afterComma(NameTokens tokens, int i) {
    if (isAfterOffice(tokens, i) || isTag(tokens, i)) {
      return Form.SENTENCE;
    }
    return isYours(tokens, i) || isWith(tokens, i - 2) ? Form.CLOSING : null;
  }

  /** {@code Her mother, Rosa Diaz}: who somebody is to a child or a place, and then the name. */
  static boolean isAfterOffice(NameTokens tokens, int i) {
    if (tokens.before(i) != Seam.COMMA) {
      return false;
    }
    boolean office = false;
    for (int k = i - 1; k >= Math.max(0, i - 5); k--) {
      String word = tokens.plain(k);
      office |=
          Roles.of(word).compareTo(Titles.STAFF) <= 0 || KinName.isKin(word) || Roles.isMany(word);
      if (tokens.before(k) != Seam.SPACE) {
        return office && isHis(tokens, k) && beginsAnew(tokens, k);
      }
    }
    return false;
  }

  /** {@code Your new treasurer}, {@code Lea's mother}, but not {@code meet your new treasurer}. */
  private static boolean isHis(NameTokens tokens, int k) {
    String word = tokens.plain(k);
    return HIS_OFFICE.contains(word)
        || word.endsWith("'s")
        || KinName.owns(word, tokens.plain(k + 1))
        || Roles.of(word).compareTo(Titles.BESIDE) < 0
        || Roles.isMany(word);
  }

  private static boolean beginsAnew(NameTokens tokens, int k) {
    return tokens.before(k).compareTo(Seam.END) >= 0
        || isThanks(tokens, k - 1)
        || CLOSERS.contains(tokens.plain(k - 1));
  }

  /** {@code , Diana from the front desk} */
  private static boolean isTag(NameTokens tokens, int i) {
    return tokens.isCapital(i)
        && tokens.before(i + 1) == Seam.SPACE
        && TAGGED.contains(tokens.plain(i + 1) + " " + tokens.plain(i + 2))
        && GivenNames.isPossible(tokens.plain(i));
  }

  /** {@code , your neighbor Bev} */
  private static boolean isYours(NameTokens tokens, int i) {
    String word = tokens.plain(i);
    boolean yours = word.equals("your") || word.equals("su") || word.equals("tu");
    boolean office =
        Roles.of(tokens.plain(i + 1)) != Titles.NONE
            && !tokens.plain(i + 1).equals("y")
            && !tokens.plain(i + 1).equals("and");
    return yours && office && i + 2 < tokens.count();
  }

  /** {@code With pride, ...} */
  private static boolean isWith(NameTokens tokens, int i) {
    String word = tokens.plain(i);
    return (word.equals("with") || word.equals("con")) && tokens.before(i) != Seam.SPACE;
  }

  static boolean isThanks(NameTokens tokens, int i) {
    String word = tokens.plain(i);
    return THANKING.contains(word) && (!word.equals("you") || tokens.plain(i - 1).equals("thank"));
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
