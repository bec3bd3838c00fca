package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SignatureExtent.CLOSERS;
import static hallmonitor.moderation.finding.signature.SignatureExtent.FIRM;
import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.rule.Forms;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name with which a comment ends, in the many forms in which people sign.
 *
 * @param form how it is signed, which says how sure it is that it names the author
 * @param role whether an office or a relation stands after the name: {@code , treasurer}
 * @param office whether it is an office, or many, and not only a relation: {@code , proud parent}
 */
record SignOff(
    NamePhrase phrase, Form form, boolean role, boolean office, boolean house, int from, int to) {
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
    /** {@code Thanks for reading, ...}. */
    GRATEFUL,
    /** {@code Thanks, ...}: as often said to somebody. */
    THANKS,
    /** A last sentence that is a name and nothing else. */
    SENTENCE,
    /** A name and what its bearer is, at the head of a text. */
    HEADING,
    /** Says who speaks: {@code This is ...}, {@code ... here}. */
    INTRODUCTION
  }

  /** Characters before a signature that may still be of it. */
  static final int BESIDE = 24;

  private static final int TAIL = 260;
  private static final int LAST_WORDS = 12;
  private static final Set<String> SAYS_FROM = WORDS.of("from");
  private static final Set<String> FONDLY = WORDS.of("fond");
  private static final Forms FORMS = new Forms("/patterns/sign-offs.txt", WORDS);
  private static final Set<String> TEAMS = WORDS.of("team");

  /** The signature at the end of a text. */
  static Optional<SignOff> in(String text) {
    int end = Ending.beforeAside(text);
    NameTokens tokens = NameTokens.of(text, Math.max(0, end - TAIL), end);
    int before = -1;
    for (Forms.Found found : FORMS.in(tokens, new SignOffSlots(tokens))) {
      if (found.from() == before || !mayStand(text, tokens, found)) {
        continue; // of the forms that fit there, the first counts
      }
      before = found.from();
      boolean office = found.form().equals("office");
      Form form = office ? Form.SENTENCE : Form.valueOf(found.form().toUpperCase(Locale.ROOT));
      NamePhrase phrase = phrase(text, tokens, before, form);
      if (phrase != null) {
        boolean role = office || SignatureExtent.hasRole(tokens, phrase.end());
        int first = office ? SignatureExtent.clauseBefore(tokens, before) : phrase.end();
        boolean ofOffice = SignatureExtent.hasOffice(tokens, first, tokens.count());
        return Optional.of(of(tokens, phrase, form, role, ofOffice));
      }
    }
    return Optional.empty();
  }

  static SignOff of(NameTokens tokens, NamePhrase phrase, Form form, boolean role, boolean office) {
    return new SignOff(
        phrase,
        form,
        role,
        office,
        phrase.isOfAHouse(tokens),
        tokens.from(phrase.first()),
        tokens.to(phrase.end() - 1));
  }

  /** Near the end, or after the word with which the text begins; not where a formula goes on. */
  private static boolean mayStand(String text, NameTokens tokens, Forms.Found found) {
    int i = found.from();
    String word = tokens.plain(i);
    return (i >= tokens.count() - LAST_WORDS || i == 1 || SignatureExtent.closesAt(tokens, i))
        && !CLOSERS.contains(word)
        && (!FONDLY.contains(word) || found.form().equals("line"))
        && !Source.isMentioned(text, tokens.from(i));
  }

  /** Whether names are also written without capitals there. */
  private static boolean isSmall(Form form) {
    return form == Form.CLOSING || form == Form.LOVE || form == Form.DASH;
  }

  private static boolean isTitle(NameTokens tokens, int i) {
    return !tokens.isCapital(i)
        && !Roles.isMany(tokens.plain(i))
        && Roles.of(tokens.plain(i)).compareTo(Titles.BODY) < 0;
  }

  private static boolean mayBegin(NameTokens tokens, int i, Form form) {
    return tokens.isCapital(i)
        || form == Form.LINE
        || Roles.isOpen(tokens.plain(i))
        || SmallName.is(tokens, i, form);
  }

  /** Returns the name that stands there up to the end of the text, or null. */
  private static @Nullable NamePhrase phrase(String text, NameTokens tokens, int i, Form form) {
    boolean small = isSmall(form) || SAYS_FROM.contains(tokens.plain(i - 1)) || isTitle(tokens, i);
    if (!small && !mayBegin(tokens, i, form)) {
      return null;
    }
    if (SmallName.is(tokens, i, form)) {
      return SmallName.of(tokens, i);
    }
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

  private static boolean isSigner(
      String text, NameTokens tokens, @Nullable NamePhrase phrase, Form form) {
    return phrase != null
        && !phrase.possessive()
        && (phrase.names() || phrase.name().kin())
        && !isCalled(tokens, phrase, form)
        && !(phrase.isOffice()
            && !BodyPhrase.isNobody(phrase.name())
            && isNamedAfter(tokens, phrase.end()))
        && (form != Form.SENTENCE
            || tokens.isCapital(phrase.first())
            || !phrase.name().parts().isEmpty())
        && SignatureExtent.isToTheEnd(tokens, phrase, form)
        && !Source.is(text, tokens, phrase, form);
  }

  /** {@code Con todo respeto, señor director}: an office without an article is spoken to. */
  private static boolean isCalled(NameTokens tokens, NamePhrase phrase, Form form) {
    return phrase.isOffice()
        && phrase.name().title().compareTo(Titles.BODY) < 0
        && !phrase.determined()
        && !tokens.isCapital(phrase.first())
        && (form == Form.CLOSING || form == Form.GRATEFUL)
        && !FIRM.contains(tokens.plain(phrase.first() - 1));
  }

  /** {@code Your treasurer, Genny}: the name is what is signed. */
  private static boolean isNamedAfter(NameTokens tokens, int i) {
    return tokens.before(i) == Seam.COMMA
        && tokens.isCapital(i)
        && GivenNames.isPossible(tokens.plain(i));
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

  /** {@code Oak Hill Front Office}: so many words are hardly spoken to. */
  boolean isLongName() {
    return phrase.end() - phrase.first() > 2;
  }

  /** {@code - Itzel's mom}: as a display name, that is a name. */
  boolean isOfKin() {
    return phrase.name().kin()
        && !phrase.owner().isEmpty()
        && !phrase.name().hasTitle()
        && (form == Form.CLOSING || form == Form.DASH || form == Form.LINE);
  }

  /** {@code the DRESS} */
  boolean isShouted(String text) {
    return !Character.isLowerCase(text.charAt(to - 1));
  }

  /** {@code The Petrovs}, {@code los Cepeda}: a family, by its name alone. */
  boolean isOfSeveral(String text) {
    boolean spanish = Character.toLowerCase(text.charAt(from)) == 'l';
    return phrase.determined()
        && !isShouted(text)
        && (text.charAt(to - 1) == 's' || spanish)
        && phrase.name().parts().size() == 1
        && !TEAMS.contains(phrase.name().parts().get(0))
        && (form == Form.SENTENCE || form == Form.LINE || form == Form.THANKS);
  }
}
