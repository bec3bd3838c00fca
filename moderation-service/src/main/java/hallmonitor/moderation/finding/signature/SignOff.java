package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SignOffForm.CLOSERS;
import static hallmonitor.moderation.finding.signature.SignOffForm.FIRM;
import static hallmonitor.moderation.finding.signature.SignOffForm.FONDLY;
import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import java.util.Optional;
import java.util.Set;

/**
 * The name with which a comment ends, in the many forms in which people sign.
 *
 * @param form how it is signed, which says how sure it is that it names the author
 * @param role whether an office or a relation stands after the name: {@code , treasurer}
 */
record SignOff(NamePhrase phrase, Form form, boolean role, boolean house, int from, int to) {
  /** From the surest to the least sure. */
  enum Form {
    /** {@code Sincerely, ...}, {@code Signed ...}, {@code Atte. ...}. */
    CLOSING,
    /** {@code - ...}. */
    DASH,
    /** A line of its own. */
    LINE,
    /** {@code Love, ...}. */
    LOVE,
    /** {@code Thanks, ...}: as often said to somebody. */
    THANKS,
    /** A last sentence that is a name and nothing else. */
    SENTENCE,
    /** A name and what its bearer is, at the head of a text. */
    HEADING,
    /** Says who speaks: {@code This is ...}, {@code ... here}. */
    INTRODUCTION
  }

  private static final int TAIL = 260;
  private static final int LAST_WORDS = 12;
  private static final int LONGEST_SUFFIX = 8;
  private static final Set<String> SAYS_FROM = WORDS.of("from");

  private static final Set<String> SENT = WORDS.of("sent");

  private static final Set<String> NO_SUFFIX = WORDS.of("no-role");

  /** The signature at the end of a text. */
  static Optional<SignOff> in(String text) {
    int end = Ending.beforeAside(text);
    NameTokens tokens = NameTokens.of(text, Math.max(0, end - TAIL), end);
    boolean opens = tokens.before(0) == Seam.START && closesAtOnce(tokens);
    int last = tokens.count() - LAST_WORDS;
    for (int i = opens || last < 1 ? 0 : 1; i < tokens.count(); i++) {
      if (i < last && i != 1 && !closesAt(tokens, i)) {
        continue;
      }
      Form form = SignOffForm.of(tokens, i);
      if (form == null
          || CLOSERS.contains(tokens.plain(i))
          || FONDLY.contains(tokens.plain(i)) && form != Form.LINE) {
        continue;
      }
      boolean small = form == Form.CLOSING || form == Form.LOVE || form == Form.DASH;
      int from = form == Form.THANKS ? i : afterFrom(tokens, i);
      boolean titled = !tokens.isCapital(i) && Roles.of(tokens.plain(i)).compareTo(Titles.BODY) < 0;
      if (!small
          && !tokens.isCapital(i)
          && form != Form.LINE
          && from == i
          && !titled
          && !Roles.isOpen(tokens.plain(i))) {
        continue;
      }
      NamePhrase phrase = phrase(text, tokens, from, form, small || from > i || titled);
      if (phrase != null) {
        return Optional.of(
            new SignOff(
                phrase,
                form,
                hasRole(tokens, phrase.end()) || SignOffForm.isAfterKin(tokens, i),
                phrase.isOfAHouse(tokens),
                tokens.from(phrase.first()),
                tokens.to(phrase.end() - 1)));
      }
    }
    return Optional.empty();
  }

  /** Whoever is named there up to the end of the text, or null. */
  private static NamePhrase phrase(
      String text, NameTokens tokens, int i, Form form, boolean small) {
    NamePhrase phrase = NamePhrase.at(tokens, i, small);
    if (phrase == null && small && FIRM.contains(tokens.plain(i - 1))) {
      phrase = NamePhrase.atPossible(tokens, i);
    }
    boolean settled = isSettled(tokens, i, form);
    NamePhrase many = settled ? BodyPhrase.at(tokens, i, small) : null;
    if (BodyPhrase.isRather(phrase, many) || !isSigner(text, tokens, phrase, form)) {
      phrase = many;
    }
    if (phrase == null && settled && (form == Form.CLOSING || form == Form.LOVE)) {
      phrase = BodyPhrase.anything(tokens, i);
    }
    return isSigner(text, tokens, phrase, form) ? phrase : null;
  }

  private static boolean isSigner(String text, NameTokens tokens, NamePhrase phrase, Form form) {
    return phrase != null
        && !phrase.possessive()
        && (phrase.names() || phrase.name().kin())
        && !(phrase.isOffice()
            && phrase.name() != BodyPhrase.NOBODY
            && isNamedAfter(tokens, phrase.end()))
        && (form != Form.SENTENCE
            || tokens.isCapital(phrase.first())
            || !phrase.name().parts().isEmpty())
        && reachesEnd(tokens, phrase, form)
        && !Source.is(text, tokens, phrase, form);
  }

  /** {@code Sincerely, ...}, and then more is said. */
  private static boolean closesAt(NameTokens tokens, int i) {
    return i > 0
        && tokens.before(i) == Seam.COMMA
        && tokens.before(i - 1).compareTo(Seam.END) >= 0
        && CLOSERS.contains(tokens.plain(i - 1));
  }

  /** {@code Your treasurer, Genny}: the name is what is signed. */
  private static boolean isNamedAfter(NameTokens tokens, int i) {
    return i + 1 == tokens.count()
        && tokens.before(i) == Seam.COMMA
        && tokens.isCapital(i)
        && GivenNames.isPossible(tokens.plain(i));
  }

  /** {@code from Fitz}, {@code sent by Logan}: where the name begins. */
  private static int afterFrom(NameTokens tokens, int i) {
    int at = SENT.contains(tokens.plain(i)) ? i + 1 : i;
    return SAYS_FROM.contains(tokens.plain(at)) ? at + 1 : i;
  }

  /** {@code Respectfully, the office. ...}: signed before anything is said. */
  private static boolean closesAtOnce(NameTokens tokens) {
    String word = tokens.plain(0);
    boolean apart = tokens.before(1) == Seam.COMMA || tokens.before(1) == Seam.LINE;
    return FIRM.contains(word)
        || CLOSERS.contains(word) && (apart || word.endsWith("mente") || word.endsWith("ly"));
  }

  private static boolean reachesEnd(NameTokens tokens, NamePhrase phrase, Form form) {
    int end = phrase.end();
    int left = tokens.count() - end;
    boolean firm = form == Form.CLOSING || form == Form.LOVE || form == Form.DASH;
    if (!firm && phrase.name() == BodyPhrase.NOBODY && isLoose(tokens, phrase)) {
      return false;
    }
    if (left == 0) {
      return form != Form.THANKS || phrase.name().title() != Titles.BODY;
    }
    boolean opens = phrase.first() < 4 && tokens.before(0) == Seam.START;
    if (form == Form.CLOSING
        && closesAt(tokens, phrase.first())
        && !phrase.name().parts().isEmpty()) {
      return tokens.before(end).compareTo(Seam.COMMA) >= 0;
    }
    if (form == Form.CLOSING && opens && closesAtOnce(tokens)) {
      return tokens.before(end) != Seam.SPACE || tokens.plain(end).equals("de");
    }
    if (left > LONGEST_SUFFIX) {
      return false;
    }
    Seam seam = tokens.before(end);
    boolean apart = seam == Seam.COMMA || seam == Seam.PARENTHESIS || seam == Seam.LINE;
    String next = tokens.plain(end);
    boolean told =
        seam == Seam.SPACE
            && (next.equals("de")
                || next.equals("del")
                || next.equals("from")
                || next.equals("the")
                || next.equals("of")
                || phrase.name().hasTitle()
                    && (next.equals("on") || next.equals("at") || next.equals("room"))
                || Character.isDigit(next.charAt(0)));
    if (!apart && !told) {
      return false;
    }
    boolean list = !phrase.name().isFull() && !phrase.name().hasTitle() && seam == Seam.COMMA;
    if (list && tokens.isCapital(end) && GivenNames.isPossible(next)) {
      return false;
    }
    for (int i = end; i < tokens.count(); i++) {
      boolean degree = tokens.plain(i).length() < 4 && tokens.isCapital(i);
      if (NO_SUFFIX.contains(tokens.plain(i)) || tokens.before(i) == Seam.END && !degree) {
        return false;
      }
    }
    return form != Form.THANKS || hasRole(tokens, end);
  }

  /** Whether many may sign there: {@code Best, the band}, but not {@code best the band has had}. */
  private static boolean isSettled(NameTokens tokens, int i, Form form) {
    boolean closes = form == Form.CLOSING || form == Form.LOVE;
    String last = tokens.plain(i - 1);
    return form != Form.THANKS
        && (!closes
            || tokens.before(i) != Seam.SPACE
            || FIRM.contains(last)
            || SAYS_FROM.contains(last)
            || last.endsWith("mente"));
  }

  /** {@code Parents, wash them}, which calls them. */
  private static boolean isLoose(NameTokens tokens, NamePhrase phrase) {
    int left = tokens.count() - phrase.end();
    boolean room = left > 0 && left < 3 && isDigits(tokens.plain(tokens.count() - 1));
    return left > 0 && !room || phrase.end() - phrase.first() < 2;
  }

  private static boolean isDigits(String word) {
    return Character.isDigit(word.charAt(0));
  }

  private static boolean hasRole(NameTokens tokens, int from) {
    for (int i = from; i < tokens.count(); i++) {
      Titles kind = Roles.of(tokens.plain(i));
      if (kind == Titles.LEADER
          || kind == Titles.STAFF
          || kind == Titles.KIN
          || Roles.isMany(tokens.plain(i))) {
        return true;
      }
    }
    return false;
  }
}
