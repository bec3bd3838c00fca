package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.scan.Cues;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    APPOSITION
  }

  private record Opening(String[] words, Cue cue) {}

  /** By their first word; longer ones first: of those that begin alike, the longest counts. */
  private static final Map<String, List<Opening>> OPENINGS =
      Stream.of(Cue.values())
          .flatMap(
              cue ->
                  WORDS.of("opens-" + cue.name().toLowerCase(Locale.ROOT)).stream()
                      .map(phrase -> new Opening(phrase.split(" "), cue)))
          .sorted(Comparator.comparingInt((Opening o) -> o.words.length).reversed())
          .collect(Collectors.groupingBy(o -> o.words[0]));

  /** One of these is in every text that introduces somebody. */
  private static final Cues CUES =
      new Cues(
          List.of(
              "^this is",
              "^it's",
              "^its ",
              "^it is",
              "^i am",
              "^i'm",
              "^im ",
              "^name is",
              "^as ",
              "^from ",
              "^i, ",
              "^soy ",
              "^habla ",
              "^escribe ",
              "^llamo ",
              "^nombre ",
              "^como ",
              "^yo, ",
              "^parte de",
              "^aqui",
              "^here",
              "^speaking",
              "^official",
              "^oficial",
              "^mensaje",
              "^orden de",
              "^firma"));

  private static final Set<String> ON_GOING = WORDS.of("goes-on");
  private static final Set<String> GREETINGS = WORDS.of("greeting");
  private static final Set<String> FIRST = WORDS.of("first-person");

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
      for (Opening opening : OPENINGS.getOrDefault(tokens.plain(i), List.of())) {
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
    return i == 0 || tokens.before(i) != Seam.SPACE || GREETINGS.contains(tokens.plain(i - 1));
  }

  private static int after(NameTokens tokens, int i, String[] words) {
    int at = i;
    for (String word : words) {
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
