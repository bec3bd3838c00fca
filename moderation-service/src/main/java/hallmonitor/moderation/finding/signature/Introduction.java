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
  private static final int REMARK = 4;

  /** One of these is in every text that introduces somebody. */
  private static final Cues CUES =
      new Cues(WORDS.of("introduction-cue").stream().map(Ending::cue).toList());

  private static final Set<String> GREETINGS = WORDS.of("greeting");
  private static final Set<String> FIRST = WORDS.of("first-person");
  private static final Set<String> HERE = WORDS.of("here");
  private static final Set<String> WE = WORDS.of("we");
  private static final Set<String> LABELS = WORDS.of("label");
  private static final Set<String> AMID = WORDS.of("amid");
  private static final Set<String> DENIALS = WORDS.of("denies");

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
      boolean opens = opens(tokens, i);
      Optional<SignOff> found = opens ? here(tokens, i) : Optional.empty();
      if (found.isEmpty() && opens && WE.contains(tokens.plain(i))) {
        found = many(tokens, i + 1);
      }
      if (found.isPresent()) {
        return found;
      }
      for (Opening opening : Opening.beginningWith(tokens.plain(i))) {
        boolean amid =
            opening.cue() == Cue.POINTS && AMID.contains(tokens.plain(i - 1))
                || opening.cue() == Cue.SAYS && i > 0 && !DENIALS.contains(tokens.plain(i - 1))
                || opening.cue() == Cue.WRITES && !DENIALS.contains(tokens.plain(i - 1))
                || opening.cue() == Cue.APPOSITION && isApart(tokens, i + 1);
        boolean may = opens || amid;
        int next = may ? opening.after(tokens, i) : -1;
        if (next > 0) {
          found = named(text, tokens, next, opening);
          boolean plain = !opens && opening.cue().isOften();
          if (found.isPresent() && (!plain || found.get().phrase().name().hasTitle())) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether somebody could begin to say who he is: at a start, or after a greeting. */
  private static boolean opens(NameTokens tokens, int i) {
    return i == 0
        || tokens.before(i) != Seam.SPACE
        || GREETINGS.contains(tokens.plain(i - 1))
        || i < GREETED && GREETINGS.contains(tokens.plain(0));
  }

  private static Optional<SignOff> here(NameTokens tokens, int i) {
    NamePhrase phrase = NamePhrase.at(tokens, i, true);
    if (!isSpeaker(phrase)) {
      phrase = BodyPhrase.at(tokens, i, false);
    }
    if (!isSpeaker(phrase)) {
      return Optional.empty();
    }
    int at = phrase.end();
    int closes = at + 1;
    while (closes < at + REMARK && tokens.before(closes) == Seam.SPACE) {
      closes++;
    }
    if (tokens.before(at) == Seam.PARENTHESIS && tokens.before(closes) == Seam.PARENTHESIS) {
      at = closes;
    }
    boolean by = tokens.plain(at).equals("por") || tokens.plain(at).equals("checking");
    int said = by ? at + 1 : at;
    Seam then = tokens.before(said + 1);
    boolean speaks = HERE.contains(tokens.plain(said)) || by && tokens.plain(said).equals("in");
    String next = tokens.plain(said + 1);
    boolean stops =
        then != Seam.SPACE || FIRST.contains(next) || next.equals("and") || next.equals("usando");
    boolean goesOn = said + 1 < tokens.count() || !tokens.plain(said).equals("here");
    boolean known =
        phrase.name().hasTitle()
            || phrase.name().kin()
            || phrase.name().isFull()
            || phrase.name().parts().stream().anyMatch(GivenNames::isPossible)
            || tokens.plain(said).equals("here");
    boolean joined = known && (at > phrase.end() || tokens.before(at) == Seam.SPACE);
    return speaks && joined && stops && goesOn
        ? Optional.of(found(tokens, phrase))
        : Optional.empty();
  }

  private static boolean isSpeaker(NamePhrase phrase) {
    return phrase != null && !phrase.possessive() && (phrase.names() || phrase.name().kin());
  }

  /** {@code We, the Board of Education,} and {@code nosotras las maestras}. */
  private static Optional<SignOff> many(NameTokens tokens, int i) {
    NamePhrase phrase = BodyPhrase.at(tokens, i, false);
    boolean they =
        phrase != null && Roles.isOpen(tokens.plain(i)) && !tokens.plain(i).equals("your");
    return they ? Optional.of(found(tokens, phrase)) : Optional.empty();
  }

  private static Optional<SignOff> named(String text, NameTokens tokens, int i, Opening opening) {
    Cue cue = opening.cue();
    boolean apart =
        cue == Cue.APPOSITION
            || tokens.before(i) == Seam.COMMA
                && (cue == Cue.AS
                    || cue == Cue.FROM
                    || tokens.plain(i - 1).equals("i")
                    || tokens.plain(i - 1).equals("me"));
    boolean labelled =
        cue == Cue.FROM && tokens.before(i) == Seam.COLON && LABELS.contains(tokens.plain(i - 1));
    boolean label = cue == Cue.FROM && LABELS.contains(opening.words()[0]);
    if (label && !labelled && !opening.words()[0].equals("from") && opening.words().length == 1
        || tokens.before(i) != Seam.SPACE && !apart && !labelled) {
      return Optional.empty();
    }
    if (cue == Cue.APPOSITION
        && (tokens.before(i) != Seam.COMMA && !tokens.plain(i - 1).equals("yo")
            || tokens.before(i) == Seam.COMMA
                && !tokens.isCapital(i)
                && Roles.of(tokens.plain(i)) == Titles.NONE
                && !Roles.isOpen(tokens.plain(i)))) {
      return Optional.empty();
    }
    boolean small = cue != Cue.FROM && cue != Cue.AS;
    NamePhrase phrase = NamePhrase.at(tokens, i, small);
    boolean fits = isSpeaker(phrase) && opening.fits(tokens, phrase);
    if (!fits && (cue == Cue.FROM || cue == Cue.AS)) {
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

  /** {@code , Rosa,} */
  private static boolean isApart(NameTokens tokens, int i) {
    return tokens.before(i) == Seam.COMMA
        && tokens.isCapital(i)
        && (tokens.before(i + 1) == Seam.COMMA || tokens.before(i + 2) == Seam.COMMA);
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

  private static SignOff found(NameTokens tokens, NamePhrase phrase) {
    return new SignOff(
        phrase,
        SignOff.Form.INTRODUCTION,
        hasRole(tokens, phrase.end()),
        phrase.isOfAHouse(tokens),
        tokens.from(phrase.first()),
        tokens.to(phrase.end() - 1));
  }
}
