package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import java.util.Optional;
import java.util.Set;

/**
 * Who speaks, told at the head of a text as over a notice: {@code Registrar Pfeiffer: ...}, {@code
 * La coordinación informa que ...}, {@code Dr. Walter Ng, orthodontist. I ...}.
 */
final class Heading {
  private static final int HEAD = 160;
  private static final int GREETED = 4;
  private static final int SUFFIX = 6;
  private static final int NEAR = 5;
  private static final int FAR = 12;

  private static final Set<String> ANNOUNCING = WORDS.of("announcing");
  private static final Set<String> TO_ALL = WORDS.of("announcing-to");
  private static final Set<String> SAYING = WORDS.of("saying");
  private static final Set<String> PLACED = WORDS.of("placed");
  private static final Set<String> FIRST = WORDS.of("first-person");
  private static final Set<String> GREETINGS = WORDS.of("greeting");

  /** After a heading these show that it calls somebody. */
  private static final Set<String> CALLING = WORDS.of("calling");

  /** After {@code your}: an office writes so to parents. */
  private static final Set<String> CHILDREN = WORDS.of("child");

  private static final int BEFORE_VERB = 2;
  private static final Set<String> BEFORE_VERBS = WORDS.of("before-verb");

  private Heading() {}

  static Optional<SignOff> in(String text) {
    NameTokens tokens = NameTokens.of(text, 0, Math.min(text.length(), HEAD));
    int first = 0;
    if (GREETINGS.contains(tokens.plain(0))) {
      while (first < GREETED && (first == 0 || tokens.before(first) == Seam.SPACE)) {
        first++;
      }
      first = tokens.before(first) == Seam.SPACE ? 0 : first;
    }
    if (!mayBegin(tokens, first)
        || first < tokens.count() && Source.isMentioned(text, tokens.from(first))) {
      return Optional.empty();
    }
    NamePhrase phrase = NamePhrase.at(tokens, first, true);
    if (phrase != null && isGreeted(tokens, phrase)) {
      return Optional.empty();
    }
    if (phrase == null || phrase.possessive() || !phrase.names() || !speaks(tokens, phrase)) {
      phrase = BodyPhrase.at(tokens, first, false);
    }
    return phrase != null && phrase.names() && speaks(tokens, phrase)
        ? Optional.of(
            new SignOff(
                phrase,
                SignOff.Form.HEADING,
                !phrase.name().hasTitle(),
                phrase.isOfAHouse(tokens),
                tokens.from(phrase.first()),
                tokens.to(phrase.end() - 1)))
        : Optional.empty();
  }

  /** {@code Good morning, Dean Ortega. ...} */
  private static boolean isGreeted(NameTokens tokens, NamePhrase phrase) {
    Seam then = tokens.before(phrase.end());
    return phrase.first() > 0
        && tokens.before(phrase.first()) == Seam.COMMA
        && (then == Seam.END || then == Seam.LINE);
  }

  /** Whether an office, a title or a name with a capital stands there. */
  private static boolean mayBegin(NameTokens tokens, int first) {
    int at = Roles.isOpen(tokens.plain(first)) ? first + 1 : first;
    Titles kind = Roles.of(tokens.plain(at));
    return kind.compareTo(Titles.KIN) < 0 || Roles.isMany(tokens.plain(at)) || tokens.isCapital(at);
  }

  private static boolean speaks(NameTokens tokens, NamePhrase phrase) {
    int end = phrase.end();
    if (end >= tokens.count()) {
      return false;
    }
    if (phrase.name() == BodyPhrase.NOBODY && phrase.determined() && isOurs(tokens, end)) {
      return true;
    }
    boolean titled = phrase.name().hasTitle();
    if (titled && announces(tokens, end)) {
      return true;
    }
    int suffix = end;
    boolean role = false;
    if (opensSuffix(tokens, phrase)) {
      do {
        role |= isRole(tokens.plain(suffix));
        suffix++;
      } while (suffix < Math.min(tokens.count(), end + SUFFIX) && isWithin(tokens, suffix));
      boolean place =
          titled && tokens.before(end) == Seam.SPACE && isPlace(tokens, phrase, suffix)
              || stands(tokens, phrase, suffix);
      boolean called =
          phrase.isOffice() && !phrase.determined() && tokens.before(end) == Seam.COMMA;
      if (!role && !place || called || suffix >= tokens.count()) {
        return false;
      }
      if (announces(tokens, suffix)) {
        return true;
      }
    }
    if (!titled && !role && !stands(tokens, phrase, suffix)) {
      return false;
    }
    boolean named = titled && !phrase.name().parts().isEmpty();
    return switch (tokens.before(suffix)) {
      case COLON -> !calls(tokens, suffix);
      case END, LINE ->
          !calls(tokens, suffix)
              && (suffix > end
                  || named
                  || isCapitals(tokens, phrase)
                  || isFirst(tokens, suffix, NEAR));
      case SPACE -> named && isYours(tokens.plain(phrase.first())) && !calls(tokens, suffix);
      default -> false;
    };
  }

  /** {@code Benito Juárez. ...}, {@code La Llorona, sección B. ...}, and then he speaks himself. */
  private static boolean stands(NameTokens tokens, NamePhrase phrase, int then) {
    int names = phrase.end() - phrase.first();
    for (int i = phrase.first(); i < phrase.end(); i++) {
      names -= tokens.isCapital(i) ? 0 : 1;
    }
    Seam seam = tokens.before(then);
    boolean apart = seam == Seam.END || seam == Seam.LINE || seam == Seam.COLON;
    boolean placed = then > phrase.end() && BodyPhrase.isOfUs(tokens.plain(then));
    return names > 1 && apart && (placed || isFirst(tokens, then, FAR));
  }

  /** {@code The principal of Oak Hill}, but not {@code the driver of bus 22 lives alone}. */
  private static boolean isPlace(NameTokens tokens, NamePhrase phrase, int suffix) {
    return !phrase.isOffice()
        || phrase.name().title() != Titles.STAFF
        || tokens.before(suffix) == Seam.COLON
        || isFirst(tokens, suffix, NEAR);
  }

  /** {@code Los maestros (no) aceptamos}: they say it of themselves. */
  private static boolean isOurs(NameTokens tokens, int end) {
    int verb = end;
    while (verb < end + BEFORE_VERB && BEFORE_VERBS.contains(tokens.plain(verb))) {
      verb++;
    }
    return tokens.before(end) == Seam.SPACE && BodyPhrase.isOfUs(tokens.plain(verb));
  }

  /** {@code Office of the Registrar} */
  private static boolean isCapitals(NameTokens tokens, NamePhrase phrase) {
    return phrase.isOffice()
        && phrase.end() - phrase.first() > 1
        && tokens.isCapital(phrase.first())
        && tokens.isCapital(phrase.end() - 1);
  }

  private static boolean isYours(String word) {
    return word.equals("your") || word.equals("su") || word.equals("tu");
  }

  private static boolean opensSuffix(NameTokens tokens, NamePhrase phrase) {
    int end = phrase.end();
    String word = tokens.plain(end);
    return switch (tokens.before(end)) {
      case COMMA, PARENTHESIS -> !CALLING.contains(word);
      case SPACE ->
          PLACED.contains(word) || end - phrase.first() > 1 && Character.isDigit(word.charAt(0));
      default -> false;
    };
  }

  private static boolean isRole(String word) {
    return Roles.of(word).compareTo(Titles.COURTESY) < 0 || Roles.isMany(word);
  }

  /** Within {@code , role of the place} after a name. */
  private static boolean isWithin(NameTokens tokens, int i) {
    Seam before = tokens.before(i);
    boolean joined = before == Seam.SPACE || before == Seam.PARENTHESIS || before == Seam.COMMA;
    return joined
        && !FIRST.contains(tokens.plain(i))
        && !CALLING.contains(tokens.plain(i))
        && !announces(tokens, i);
  }

  private static boolean announces(NameTokens tokens, int i) {
    String word = tokens.plain(i);
    boolean all = word.equals("les");
    boolean says = SAYING.contains(word) && tokens.before(i + 1) == Seam.COLON;
    return tokens.before(i) != Seam.LINE
        && (says || ANNOUNCING.contains(word) || all && TO_ALL.contains(tokens.plain(i + 1)));
  }

  private static boolean isFirst(NameTokens tokens, int from, int far) {
    for (int i = from; i < Math.min(tokens.count(), from + far); i++) {
      if (FIRST.contains(tokens.plain(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean calls(NameTokens tokens, int from) {
    for (int i = from; i < Math.min(tokens.count(), from + NEAR); i++) {
      if (FIRST.contains(tokens.plain(i))) {
        return false;
      }
      if (CALLING.contains(tokens.plain(i))) {
        return !CHILDREN.contains(tokens.plain(i + 1));
      }
    }
    return false;
  }
}
