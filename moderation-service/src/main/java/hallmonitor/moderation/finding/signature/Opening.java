package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.PersonName;
import hallmonitor.moderation.finding.name.Titles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words before a name by which somebody says who speaks, and what must follow it. */
record Opening(String[] words, Cue cue) {
  enum Cue {
    /** {@code this is}: also said of somebody else. */
    POINTS,
    /** {@code I am}. */
    SAYS,
    /** {@code les habla}: whoever speaks, in the midst of a text too. */
    WRITES,
    /** {@code as}. */
    AS,
    /** {@code message from}. */
    FROM,
    /** {@code I, ...,}. */
    APPOSITION;

    /** Whether it says little where it begins no sentence. */
    boolean isOften() {
      return this == POINTS || this == SAYS;
    }
  }

  private static final int NEAR = 8;

  /** By their first word; longer ones first: of those that begin alike, the longest counts. */
  private static final Map<String, List<Opening>> ALL =
      Stream.of(Cue.values())
          .flatMap(
              cue ->
                  WORDS.of("opens-" + cue.name().toLowerCase(Locale.ROOT)).stream()
                      .map(phrase -> new Opening(phrase.split(" "), cue)))
          .sorted(Comparator.comparingInt((Opening o) -> o.words.length).reversed())
          .collect(Collectors.groupingBy(o -> o.words[0]));

  private static final Set<String> ON_GOING = WORDS.of("goes-on");
  private static final Set<String> FIRST = WORDS.of("first-person");

  static List<Opening> beginningWith(String word) {
    return ALL.getOrDefault(word, List.of());
  }

  /** Index of the word after it, or -1 where it does not begin at a word. */
  int after(NameTokens tokens, int i) {
    int at = i;
    for (String word : words) {
      if (!tokens.plain(at).equals(word) || at > i && tokens.before(at) != Seam.SPACE) {
        return -1;
      }
      at++;
    }
    return at;
  }

  /** Whether what stands after the name lets it be the speaker's. */
  boolean fits(NameTokens tokens, NamePhrase phrase) {
    PersonName name = phrase.name();
    int end = phrase.end();
    boolean atEnd = end >= tokens.count();
    Seam seam = tokens.before(end);
    boolean goesOn = ON_GOING.contains(tokens.plain(end));
    boolean first = FIRST.contains(tokens.plain(end));
    boolean stops = !atEnd && (seam != Seam.SPACE || goesOn);
    boolean titled = name.hasTitle() && !name.parts().isEmpty();
    boolean kin = name.kin();
    return switch (cue) {
      case POINTS ->
          (stops || atEnd && kin)
              && (titled && !tokens.plain(end).equals("with")
                  || phrase.isOffice() && phrase.determined()
                  || kin
                  || words[0].equals("aqui") && name.isFull()
                  || !titled && !name.parts().isEmpty() && saysMore(tokens, end));
      case SAYS ->
          (stops || first || atEnd && !phrase.isOffice() || phrase.isOfTheSchool(tokens))
              && (!phrase.isOffice() || phrase.determined() && ofTheSchool(tokens, phrase))
              && !(name.parts().isEmpty() && !phrase.isOffice() && !kin)
              && (isNaming() || kin || titled || name.parts().size() != 1 || isKnown(name));
      case WRITES ->
          kin
              || titled
              || isSpoken() && !name.parts().isEmpty()
              || phrase.isOffice() && phrase.determined()
              || name.isFull();
      case AS ->
          titled && tokens.plain(end).equals("que") && tokens.plain(end + 1).equals("soy")
              || phrase.isOffice()
                  && (name.title() == Titles.LEADER
                      || name.title() == Titles.BODY
                      || phrase.determined()
                      || first)
                  && speaksInFirst(tokens, end);
      case FROM ->
          tokens.before(phrase.first()) == Seam.COLON
                  && (titled || name.isFull() || phrase.isOffice())
                  && (atEnd || seam != Seam.SPACE)
              || !atEnd
                  && (seam == Seam.COLON
                      || seam == Seam.COMMA
                      || seam == Seam.END
                      || first
                      || goesTo(tokens, end))
                  && (titled || phrase.isOffice());
      case APPOSITION -> !atEnd && (titled || name.isFull() || seam == Seam.COMMA || first);
    };
  }

  /** {@code les habla}: whoever is named after it speaks. */
  private boolean isSpoken() {
    return words[0].endsWith("es") && words.length > 1;
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

  /** {@code my name is}. */
  boolean isNaming() {
    return cue == Cue.SAYS
        && (words[0].startsWith("my")
            || words[0].equals("me")
            || words[0].equals("mi")
            || words[0].equals("the"));
  }

  private static boolean isKnown(PersonName name) {
    return GivenNames.isPossible(name.parts().get(0));
  }

  private static boolean goesTo(NameTokens tokens, int end) {
    String next = tokens.plain(end);
    return next.equals("to") || next.equals("para") || next.equals("a") || next.equals("que");
  }

  private static boolean saysMore(NameTokens tokens, int end) {
    String next = tokens.plain(end);
    return next.equals("from")
        || next.equals("de")
        || next.equals("del")
        || tokens.before(end) != Seam.SPACE && speaksInFirst(tokens, end);
  }

  private static boolean speaksInFirst(NameTokens tokens, int end) {
    for (int i = end; i < Math.min(tokens.count(), end + NEAR); i++) {
      if (FIRST.contains(tokens.plain(i))) {
        return true;
      }
      if (tokens.isCapital(i) && tokens.before(i) == Seam.SPACE) {
        return false;
      }
    }
    return false;
  }
}
