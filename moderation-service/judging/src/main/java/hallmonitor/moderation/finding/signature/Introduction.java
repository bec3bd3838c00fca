package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.scan.Cues;
import hallmonitor.moderation.finding.signature.Opening.Cue;
import java.util.Optional;
import java.util.Set;

/**
 * Words by which a comment says who speaks: {@code This is Coach Tanner}, {@code soy la directora}.
 */
final class Introduction {
  private static final int HEAD = 500;
  private static final int GREETED = 6;
  private static final int OPENED = 3;

  /** One of these is in every text that introduces somebody. */
  private static final Cues CUES =
      new Cues(WORDS.of("introduction-cue").stream().map(Ending::cue).toList());

  private static final Set<String> GREETINGS = WORDS.of("greeting");
  private static final Set<String> WE = WORDS.of("we");
  private static final Set<String> LABELS = WORDS.of("label");
  private static final Set<String> AMID = WORDS.of("amid");
  private static final Set<String> DENIALS = WORDS.of("denies");

  /** Before {@code this is} in the midst of a text: it says who somebody else is. */
  private static final Set<String> SUPPOSING = WORDS.of("supposing");

  /** {@code from me, ...} */
  private static final Set<String> FROM_ME = WORDS.of("from-me");

  private Introduction() {}

  /**
   * @param light the same text, normalised
   */
  static Optional<SignOff> in(String text, String light) {
    if (!CUES.isIn(light)) {
      return Optional.empty();
    }
    NameTokens tokens = NameTokens.of(text, 0, Math.min(text.length(), HEAD));
    for (int i = 0; i < tokens.count(); i++) {
      Optional<SignOff> found = at(text, tokens, i);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<SignOff> at(String text, NameTokens tokens, int i) {
    boolean opens = opens(tokens, i);
    if (opens) {
      Optional<SignOff> found = TrailingIntroduction.in(tokens, i);
      if (found.isEmpty() && WE.contains(tokens.plain(i))) {
        found = many(tokens, i + 1);
      }
      if (found.isEmpty() && tokens.plain(i).equals("we")) {
        found = School.in(tokens, i + 1);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    for (Opening opening : Opening.beginningWith(tokens.plain(i))) {
      int next = opens || isAmid(tokens, i, opening) ? opening.after(tokens, i) : -1;
      if (next > 0) {
        Optional<SignOff> found = named(text, tokens, next, opening);
        boolean plain = !opens && opening.cue().isOften();
        if (found.isPresent() && (!plain || found.get().phrase().name().hasTitle())) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether somebody may say in the midst of a text, in these words, who he is. */
  private static boolean isAmid(NameTokens tokens, int i, Opening opening) {
    String before = tokens.plain(i - 1);
    return switch (opening.cue()) {
      case POINTS ->
          AMID.contains(before) || isThisIs(opening) && i > OPENED && !SUPPOSING.contains(before);
      case SAYS -> i > 0 && !DENIALS.contains(before);
      case WRITES -> !DENIALS.contains(before);
      case AS -> opening.words().length > 1;
      case APPOSITION -> FROM_ME.contains(before) || !opening.isMe() && isApart(tokens, i + 1);
      case FROM -> false;
    };
  }

  private static boolean isThisIs(Opening opening) {
    return opening.words()[0].equals("this");
  }

  /** Whether somebody could begin to say who he is: at a start, or after a greeting. */
  private static boolean opens(NameTokens tokens, int i) {
    return i == 0
        || tokens.before(i) != Seam.SPACE
        || GREETINGS.contains(tokens.plain(i - 1))
        || i < GREETED && GREETINGS.contains(tokens.plain(0));
  }

  static boolean isSpeaker(NamePhrase phrase) {
    return phrase != null && !phrase.possessive() && (phrase.names() || phrase.name().kin());
  }

  /** {@code We, the Board of Education,} and {@code nosotras las maestras}. */
  private static Optional<SignOff> many(NameTokens tokens, int i) {
    NamePhrase phrase = BodyPhrase.at(tokens, i, false);
    if (phrase == null) {
      phrase = house(tokens, i);
    }
    boolean they =
        phrase != null && Roles.isOpen(tokens.plain(i)) && !tokens.plain(i).equals("your");
    return they ? Optional.of(found(tokens, phrase)) : Optional.empty();
  }

  /** {@code We, the Abbott family,} */
  private static NamePhrase house(NameTokens tokens, int i) {
    NamePhrase phrase = NamePhrase.at(tokens, i, false);
    return phrase != null && phrase.names() && phrase.isOfAHouse(tokens) ? phrase : null;
  }

  private static Optional<SignOff> named(String text, NameTokens tokens, int i, Opening opening) {
    Cue cue = opening.cue();
    boolean mayFollow =
        cue == Cue.APPOSITION
            ? isInApposition(tokens, i)
            : tokens.before(i) == Seam.SPACE && !isLabel(opening)
                || isMarkedOff(tokens, i, opening);
    if (!mayFollow) {
      return Optional.empty();
    }
    boolean sends = cue == Cue.FROM || cue == Cue.AS;
    NamePhrase phrase = NamePhrase.at(tokens, i, !sends || opening.words().length > 1);
    if (phrase == null && cue == Cue.APPOSITION && SmallName.is(tokens, i)) {
      phrase = SmallName.of(tokens, i);
    }
    boolean fits = isSpeaker(phrase) && opening.fits(tokens, phrase);
    if (!fits && sends) {
      phrase = BodyPhrase.at(tokens, i, false);
      fits = phrase != null && (cue == Cue.FROM || opening.fits(tokens, phrase));
    }
    fits &= phrase == null || phrase.name().parts().isEmpty() || phrase.isWritten(tokens);
    if (!fits && opening.isNaming()) {
      phrase = NamePhrase.given(tokens, i);
      fits = phrase != null;
    }
    boolean asked = fits && isAsked(text, tokens, phrase.end());
    return fits && !asked ? Optional.of(found(tokens, phrase)) : Optional.empty();
  }

  /** Whether a single word says it, and only before a colon: {@code sender: Rosa}. */
  private static boolean isLabel(Opening opening) {
    String word = opening.words()[0];
    return opening.cue() == Cue.FROM
        && opening.words().length == 1
        && !word.equals("from")
        && LABELS.contains(word);
  }

  /** {@code From: Rosa}; {@code as your nurse, Rosa}; {@code it is I, Rosa}. */
  private static boolean isMarkedOff(NameTokens tokens, int i, Opening opening) {
    Cue cue = opening.cue();
    String last = tokens.plain(i - 1);
    return switch (tokens.before(i)) {
      case COLON -> cue == Cue.FROM && LABELS.contains(last);
      case COMMA ->
          !isLabel(opening)
              && (cue == Cue.AS
                  || cue == Cue.FROM
                  || cue == Cue.WRITES
                  || last.equals("i")
                  || last.equals("me"));
      default -> false;
    };
  }

  /** {@code I, Rosa}; {@code yo la maestra}; {@code I Rosa Diaz}. */
  private static boolean isInApposition(NameTokens tokens, int i) {
    if (tokens.before(i) == Seam.COMMA) {
      return tokens.isCapital(i)
          || Roles.of(tokens.plain(i)) != Titles.NONE
          || Roles.isOpen(tokens.plain(i))
          || SmallName.is(tokens, i);
    }
    return tokens.before(i) == Seam.SPACE
        && (tokens.plain(i - 1).equals("yo") || isFullName(tokens, i));
  }

  private static boolean isFullName(NameTokens tokens, int i) {
    return tokens.isCapital(i)
        && tokens.isCapital(i + 1)
        && tokens.before(i + 1) == Seam.SPACE
        && GivenNames.isCertain(tokens.plain(i));
  }

  /** {@code , Rosa,} */
  private static boolean isApart(NameTokens tokens, int i) {
    return tokens.before(i) == Seam.COMMA
        && tokens.isCapital(i)
        && (closes(tokens, i + 1) || closes(tokens, i + 2));
  }

  private static boolean closes(NameTokens tokens, int i) {
    return tokens.before(i) == Seam.COMMA || i == tokens.count();
  }

  private static boolean isAsked(String text, NameTokens tokens, int end) {
    int after = tokens.to(end - 1);
    return after < text.length() && text.charAt(after) == '?';
  }

  /** {@code , driver of bus 17} */
  private static boolean hasRole(NameTokens tokens, int end) {
    for (int i = end;
        i < Math.min(tokens.count(), end + 2) && tokens.before(end) == Seam.COMMA;
        i++) {
      if (Roles.of(tokens.plain(i)).compareTo(Titles.COURTESY) < 0) {
        return true;
      }
    }
    return false;
  }

  static SignOff found(NameTokens tokens, NamePhrase phrase) {
    return new SignOff(
        phrase,
        SignOff.Form.INTRODUCTION,
        hasRole(tokens, phrase.end()),
        phrase.isOfAHouse(tokens),
        tokens.from(phrase.first()),
        tokens.to(phrase.end() - 1));
  }
}
