package hallmonitor.moderation.finding;

import hallmonitor.moderation.finding.NameTokens.Seam;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words by which a comment says who speaks: {@code This is Coach Tanner}, {@code soy la directora}.
 */
final class Introduction {
  private static final int HEAD = 200;

  private enum Cue {
    /** {@code this is}: also said of somebody else. */
    POINTS,
    /** {@code I am}. */
    SAYS,
    /** {@code as}. */
    AS,
    /** {@code message from}. */
    FROM,
    /** {@code I, ...,}. */
    APPOSITION,
    /** {@code ... here}. */
    HERE
  }

  private record Opening(String words, Cue cue) {}

  private static final List<Opening> OPENINGS =
      List.of(
          new Opening("this is really", Cue.SAYS),
          new Opening("it's me", Cue.SAYS),
          new Opening("its me", Cue.SAYS),
          new Opening("it is i", Cue.SAYS),
          new Opening("it's", Cue.POINTS),
          new Opening("its", Cue.POINTS),
          new Opening("it is", Cue.POINTS),
          new Opening("i am", Cue.SAYS),
          new Opening("i'm", Cue.SAYS),
          new Opening("im", Cue.SAYS),
          new Opening("my name is", Cue.SAYS),
          new Opening("speaking as", Cue.AS),
          new Opening("as", Cue.AS),
          new Opening("from the desk of", Cue.FROM),
          new Opening("from the office of", Cue.FROM),
          new Opening("this is the official page of", Cue.FROM),
          new Opening("this is the official account of", Cue.FROM),
          new Opening("official notice from", Cue.FROM),
          new Opening("official statement from", Cue.FROM),
          new Opening("official message from", Cue.FROM),
          new Opening("official announcement from", Cue.FROM),
          new Opening("message from", Cue.FROM),
          new Opening("statement from", Cue.FROM),
          new Opening("announcement from", Cue.FROM),
          new Opening("this is", Cue.POINTS),
          new Opening("esta es la pagina oficial de", Cue.FROM),
          new Opening("esta es la cuenta oficial de", Cue.FROM),
          new Opening("aviso oficial de", Cue.FROM),
          new Opening("aviso oficial del", Cue.FROM),
          new Opening("comunicado oficial de", Cue.FROM),
          new Opening("comunicado oficial del", Cue.FROM),
          new Opening("mensaje de", Cue.FROM),
          new Opening("mensaje del", Cue.FROM),
          new Opening("por orden de", Cue.FROM),
          new Opening("firma", Cue.FROM),
          new Opening("from", Cue.FROM),
          new Opening("i", Cue.APPOSITION),
          new Opening("yo soy", Cue.SAYS),
          new Opening("soy yo", Cue.SAYS),
          new Opening("soy", Cue.SAYS),
          new Opening("les habla", Cue.SAYS),
          new Opening("les escribe", Cue.SAYS),
          new Opening("habla", Cue.SAYS),
          new Opening("me llamo", Cue.SAYS),
          new Opening("mi nombre es", Cue.SAYS),
          new Opening("como", Cue.AS),
          new Opening("yo", Cue.APPOSITION),
          new Opening("de parte de", Cue.FROM),
          new Opening("a nombre de", Cue.FROM),
          new Opening("en nombre de", Cue.FROM),
          new Opening("aqui", Cue.POINTS));

  /** One of these is in every text that introduces somebody. */
  private static final Cues CUES =
      new Cues(
          List.of(
              "this is",
              "it's",
              "its ",
              "it is",
              "i am",
              "i'm",
              "im ",
              "name is",
              "as ",
              "from ",
              "i, ",
              "soy ",
              "habla ",
              "escribe ",
              "llamo ",
              "nombre ",
              "como ",
              "yo, ",
              "parte de",
              "aqui",
              " here",
              "speaking",
              "official",
              "oficial",
              "mensaje",
              "orden de",
              "firma"));

  private static final Set<String> ON_GOING =
      Set.of(
          "here",
          "speaking",
          "and",
          "i",
          "from",
          "with",
          "at",
          "of",
          "y",
          "de",
          "del",
          "aqui",
          "we",
          "que",
          "in",
          "les");
  private static final Set<String> FIRST =
      Set.of(
          "i",
          "i'm",
          "i'll",
          "we",
          "my",
          "les",
          "ordeno",
          "digo",
          "doy",
          "yo",
          "declaro",
          "autorizo",
          "cancelo",
          "pido",
          "informo",
          "mi");

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
      if (!opens(tokens, i)) {
        continue;
      }
      Optional<SignOff> here = here(tokens, i);
      if (here.isPresent()) {
        return here;
      }
      for (Opening opening : OPENINGS) {
        int next = after(tokens, i, opening.words);
        if (next > 0) {
          Optional<SignOff> found = named(tokens, next, opening.cue);
          if (found.isPresent()) {
            return found;
          }
          break;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether somebody could begin to say who he is: at a start, or after a greeting. */
  private static boolean opens(NameTokens tokens, int i) {
    return i == 0 || tokens.before(i) != Seam.SPACE || isGreeting(tokens.plain(i - 1));
  }

  private static boolean isGreeting(String word) {
    return switch (word) {
      case "hi",
          "hello",
          "hey",
          "hola",
          "all",
          "everyone",
          "everybody",
          "families",
          "students",
          "parents",
          "guys",
          "todos",
          "dias",
          "tardes",
          "noches",
          "chicos",
          "note",
          "message",
          "statement",
          "notice",
          "announcement",
          "yes",
          "okay",
          "ok",
          "bueno",
          "padres",
          "no" ->
          true;
      default -> false;
    };
  }

  private static int after(NameTokens tokens, int i, String words) {
    int at = i;
    for (String word : words.split(" ")) {
      if (!tokens.plain(at).equals(word) || at > i && tokens.before(at) != Seam.SPACE) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static Optional<SignOff> here(NameTokens tokens, int i) {
    NamePhrase phrase = NamePhrase.at(tokens, i, true);
    if (phrase == null
        || phrase.possessive()
        || !phrase.names()
        || phrase.name().title() == Titles.BODY) {
      return Optional.empty();
    }
    String next = tokens.plain(phrase.end());
    boolean speaks = next.equals("here") || next.equals("speaking");
    Seam then = tokens.before(phrase.end() + 1);
    boolean stops =
        then != Seam.SPACE
            || FIRST.contains(tokens.plain(phrase.end() + 1))
            || tokens.plain(phrase.end() + 1).equals("and");
    boolean goesOn = phrase.end() + 1 < tokens.count();
    return speaks && tokens.before(phrase.end()) == Seam.SPACE && stops && goesOn
        ? Optional.of(found(tokens, phrase))
        : Optional.empty();
  }

  private static Optional<SignOff> named(NameTokens tokens, int i, Cue cue) {
    boolean apart =
        cue == Cue.APPOSITION
            || tokens.plain(i - 1).equals("i")
            || cue == Cue.AS && tokens.before(i) == Seam.COMMA;
    if (tokens.before(i) != Seam.SPACE && !apart) {
      return Optional.empty();
    }
    if (cue == Cue.APPOSITION && tokens.before(i) != Seam.COMMA) {
      return Optional.empty();
    }
    NamePhrase phrase = NamePhrase.at(tokens, i, cue != Cue.FROM && cue != Cue.AS);
    if (phrase == null || phrase.possessive() || !phrase.names()) {
      return Optional.empty();
    }
    return speaks(tokens, phrase, cue) ? Optional.of(found(tokens, phrase)) : Optional.empty();
  }

  private static boolean speaks(NameTokens tokens, NamePhrase phrase, Cue cue) {
    PersonName name = phrase.name();
    int end = phrase.end();
    boolean atEnd = end >= tokens.count();
    Seam seam = tokens.before(end);
    boolean goesOn = ON_GOING.contains(tokens.plain(end));
    boolean stops = !atEnd && (seam != Seam.SPACE || goesOn);
    boolean titled = name.hasTitle() && !name.parts().isEmpty();
    return switch (cue) {
      case POINTS ->
          stops
              && (titled && !tokens.plain(end).equals("with")
                  || phrase.isOffice() && phrase.determined()
                  || !titled && !name.parts().isEmpty() && saysMore(tokens, end));
      case SAYS ->
          (stops || atEnd && !phrase.isOffice() || phrase.isOfTheSchool(tokens))
              && (!phrase.isOffice() || phrase.determined() && ofTheSchool(tokens, phrase))
              && !(name.parts().isEmpty() && !phrase.isOffice());
      case AS ->
          phrase.isOffice()
              && (name.title() == Titles.LEADER
                  || name.title() == Titles.BODY
                  || FIRST.contains(tokens.plain(end)))
              && speaksInFirst(tokens, end);
      case FROM ->
          !atEnd
              && (seam == Seam.COLON || seam == Seam.COMMA || seam == Seam.END)
              && (titled || phrase.isOffice());
      case APPOSITION -> !atEnd && seam == Seam.COMMA && (titled || name.isFull());
      case HERE -> false;
    };
  }

  /** {@code the nurse of this school}, but not {@code the nurse of my heart}. */
  private static boolean ofTheSchool(NameTokens tokens, NamePhrase phrase) {
    String next = tokens.plain(phrase.end());
    if (tokens.before(phrase.end()) != Seam.SPACE || !next.equals("of") && !next.equals("de")) {
      return true;
    }
    String whose = tokens.plain(phrase.end() + 1);
    return switch (whose) {
      case "the", "this", "your", "la", "esta", "su", "tu" -> true;
      default -> phrase.determined() && !whose.equals("my") && !whose.equals("mi");
    };
  }

  private static boolean saysMore(NameTokens tokens, int end) {
    return tokens.plain(end).equals("from")
        || tokens.plain(end).equals("de")
        || tokens.plain(end).equals("del");
  }

  private static boolean speaksInFirst(NameTokens tokens, int end) {
    for (int i = end; i < Math.min(tokens.count(), end + 5); i++) {
      if (FIRST.contains(tokens.plain(i))) {
        return true;
      }
      if (tokens.isCapital(i)) {
        return false;
      }
    }
    return false;
  }

  private static SignOff found(NameTokens tokens, NamePhrase phrase) {
    return new SignOff(
        phrase,
        SignOff.Form.INTRODUCTION,
        false,
        phrase.isOfAHouse(tokens),
        tokens.from(phrase.first()),
        tokens.to(phrase.end() - 1));
  }
}
