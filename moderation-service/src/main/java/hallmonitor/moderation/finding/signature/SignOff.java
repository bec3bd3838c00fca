package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
    /** Says who speaks: {@code This is ...}, {@code ... here}. */
    INTRODUCTION
  }

  private static final int TAIL = 160;
  private static final int LAST_WORDS = 12;
  private static final int LONGEST_SUFFIX = 8;
  private static final Set<String> CLOSERS = WORDS.of("closing");

  /** What is said in signing only. */
  private static final Set<String> FIRM = WORDS.of("firm");

  private static final Set<String> SAYS_FROM = WORDS.of("from");

  private static final Set<String> OF_PAPERS = WORDS.of("of-papers");

  private static final Set<String> FONDLY = WORDS.of("fond");
  private static final Set<String> THANKING = WORDS.of("thanks");
  private static final Set<String> NO_SUFFIX = WORDS.of("no-role");
  private static final Set<String> QUOTED = quoted();
  private static final Pattern SCRIPTURE = Pattern.compile("[0-9]{1,3}:[0-9]{1,3}");

  private static Set<String> quoted() {
    Set<String> names = new HashSet<>();
    RuleFile.lines("/lexicon/quoted.txt").forEach(line -> names.add(line.text()));
    return names;
  }

  /** The signature at the end of a text. */
  static Optional<SignOff> in(String text) {
    int end = text.length();
    NameTokens tokens = NameTokens.of(text, Math.max(0, end - TAIL), end);
    boolean opens = FIRM.contains(tokens.plain(0)) && tokens.before(0) == Seam.START;
    for (int i = opens ? 1 : Math.max(0, tokens.count() - LAST_WORDS); i < tokens.count(); i++) {
      Form form = form(tokens, i);
      if (form == null
          || CLOSERS.contains(tokens.plain(i))
          || FONDLY.contains(tokens.plain(i)) && form != Form.LINE) {
        continue;
      }
      boolean small = form == Form.CLOSING || form == Form.LOVE || form == Form.DASH;
      if (!small && !tokens.isCapital(i) && form != Form.LINE) {
        continue;
      }
      boolean after = SAYS_FROM.contains(tokens.plain(i)) && form != Form.THANKS;
      NamePhrase phrase = NamePhrase.at(tokens, after ? i + 1 : i, small || after);
      if (phrase == null && small && FIRM.contains(tokens.plain(i - 1))) {
        phrase = NamePhrase.atPossible(tokens, i);
      }
      if (phrase == null || phrase.possessive() || !phrase.names()) {
        continue;
      }
      if (reachesEnd(tokens, phrase, form) && !isSource(text, tokens, phrase, form)) {
        return Optional.of(
            new SignOff(
                phrase,
                form,
                hasRole(tokens, phrase.end()) || isAfterKin(tokens, i),
                phrase.isOfAHouse(tokens),
                tokens.from(phrase.first()),
                tokens.to(phrase.end() - 1)));
      }
    }
    return Optional.empty();
  }

  private static Form form(NameTokens tokens, int i) {
    Seam before = tokens.before(i);
    String last = tokens.plain(i - 1);
    if (before == Seam.DASH) {
      return Form.DASH;
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
  private static boolean isAfterKin(NameTokens tokens, int i) {
    boolean kin = false;
    for (int k = i - 1; k >= Math.max(0, i - 5); k--) {
      kin |= Titles.of(tokens.plain(k)) == Titles.KIN;
      if (tokens.before(k) != Seam.SPACE) {
        return kin && tokens.before(i) == Seam.COMMA && tokens.before(k) != Seam.COMMA;
      }
    }
    return false;
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

  private static boolean reachesEnd(NameTokens tokens, NamePhrase phrase, Form form) {
    int end = phrase.end();
    int left = tokens.count() - end;
    if (left == 0) {
      return form != Form.THANKS || phrase.name().title() != Titles.BODY;
    }
    boolean opens = phrase.first() == 1 && tokens.before(0) == Seam.START;
    if (form == Form.CLOSING && opens && FIRM.contains(tokens.plain(0))) {
      return tokens.before(end) != Seam.SPACE;
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
                || Character.isDigit(next.charAt(0)));
    if (!apart && !told) {
      return false;
    }
    boolean list = !phrase.name().isFull() && !phrase.name().hasTitle() && seam == Seam.COMMA;
    if (list && tokens.isCapital(end) && GivenNames.isPossible(next)) {
      return false;
    }
    for (int i = end; i < tokens.count(); i++) {
      if (NO_SUFFIX.contains(tokens.plain(i)) || tokens.before(i) == Seam.END) {
        return false;
      }
    }
    return form != Form.THANKS || hasRole(tokens, end);
  }

  private static boolean hasRole(NameTokens tokens, int from) {
    for (int i = from; i < tokens.count(); i++) {
      Titles kind = Titles.of(tokens.plain(i));
      if (kind == Titles.LEADER
          || kind == Titles.STAFF
          || kind == Titles.BODY
          || kind == Titles.KIN) {
        return true;
      }
    }
    return false;
  }

  /** A saying and who said it: {@code "..." - Maya Angelou}; a verse of scripture. */
  private static boolean isSource(String text, NameTokens tokens, NamePhrase phrase, Form form) {
    int after = tokens.to(phrase.end() - 1);
    for (int i = after; i < Math.min(text.length(), after + 3); i++) {
      if (isQuote(text.charAt(i))) {
        return true;
      }
    }
    if (form == Form.CLOSING || form == Form.LOVE) {
      return false;
    }
    int begin = tokens.from(phrase.first());
    for (int i = Math.max(0, begin - TAIL); i < begin; i++) {
      if (isQuote(text.charAt(i))) {
        return true;
      }
    }
    return QUOTED.contains(phrase.words())
        || QUOTED.contains(tokens.plain(phrase.first(), phrase.end()))
        || SCRIPTURE.matcher(text.substring(after, Math.min(text.length(), after + 12))).find();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '«' || c == '»';
  }
}
