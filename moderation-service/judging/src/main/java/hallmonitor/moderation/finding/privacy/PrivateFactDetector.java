package hallmonitor.moderation.finding.privacy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.KnownPeople;
import hallmonitor.moderation.finding.name.NamedPerson;
import hallmonitor.moderation.finding.rule.RuleReading;
import hallmonitor.moderation.finding.rule.RuleWords;
import hallmonitor.moderation.finding.rule.Rulebook;
import hallmonitor.moderation.finding.rule.Vocabulary;
import hallmonitor.moderation.text.NormalizedText;
import java.util.List;
import java.util.Set;

/**
 * Detects a private fact, such as an illness or a suspension, about a person that the comment
 * identifies. The facts are data; the words around a fact show who it is about.
 */
public final class PrivateFactDetector implements Detector {
  private static final List<String> FACTS = List.of("/patterns/private.txt");
  private static final double WORTH_SAYING = 0.2;

  /**
   * Highest score of a single fact, which may be a misunderstanding and hides nothing by itself.
   */
  private static final double SUREST_OF_ONE = 0.9;

  private static final double SURE_OF_TWO = 0.94;
  private static final int BEFORE = 220;
  private static final int AFTER = 160;
  private static final int MOST_MATCHES = 12;

  /** Words that say how the author knows something; they say nothing about the author. */
  private static final Set<String> WITNESSED = Set.of("saw", "seen", "read", "printed", "vi");

  /** A rule can begin with one of these, but what it says of a person begins after it. */
  private static final Set<String> DETERMINERS =
      Set.of(
          "a", "an", "the", "his", "her", "their", "my", "our", "your", "el", "la", "los", "las",
          "un", "una", "unos", "unas", "su", "sus", "mi", "mis", "tu", "tus", "nuestro", "nuestra");

  /** Start of the {@code why} of rules about access codes and keys, which count for any owner. */
  private static final String GIVEN_AWAY = "Gives away";

  private final Rulebook facts;

  /**
   * Creates a detector.
   *
   * @param vocabulary its own, or one shared with other rulebooks
   */
  public PrivateFactDetector(Vocabulary vocabulary) {
    facts = new Rulebook(FACTS, vocabulary);
  }

  public static List<String> files() {
    return FACTS;
  }

  @Override
  public String name() {
    return "private-fact";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    RuleReading reading = facts.read(comment);
    if (reading.matches().isEmpty()) {
      return List.of();
    }
    Finding best = null;
    Finding second = null;
    int seen = 0;
    for (Rulebook.Match match : reading.matches()) {
      if (++seen > MOST_MATCHES) {
        break;
      }
      Finding finding = finding(comment, reading, match);
      if (best == null || finding.score() > best.score()) {
        second = best != null && !best.why().equals(finding.why()) ? best : second;
        best = finding;
      } else if (!finding.why().equals(best.why())
          && (second == null || finding.score() > second.score())) {
        second = finding;
      }
    }
    if (best == null || best.score() < WORTH_SAYING) {
      return List.of();
    }
    return List.of(
        second != null && second.score() >= 0.8 && best.score() >= 0.8
            ? new Finding(
                best.category(),
                SURE_OF_TWO,
                name(),
                List.of(best.spans().get(0), second.spans().get(0)),
                best.why())
            : best);
  }

  /**
   * Returns all places with a private fact, also about the author, their own child, or a person
   * without a name; {@link #detect} says the surest about another person. A place begins at the
   * fact, without the article before it.
   */
  public List<PrivatePlace> places(Comment comment) {
    RuleReading reading = facts.read(comment);
    return reading.matches().stream()
        .filter(match -> reading.score(match) >= WORTH_SAYING)
        .map(match -> new PrivatePlace(PrivatePlace.Kind.MATTER, place(comment, reading, match)))
        .distinct()
        .toList();
  }

  private static Span place(Comment comment, RuleReading reading, Rulebook.Match match) {
    int first = match.word();
    while (first < match.end() - 1 && DETERMINERS.contains(word(reading, first))) {
      first++;
    }
    return span(comment, reading.words(), first, match.end());
  }

  private static String word(RuleReading reading, int word) {
    return reading.text().substring(reading.words().from(word), reading.words().to(word));
  }

  private static Span span(Comment comment, RuleWords words, int first, int end) {
    NormalizedText folded = comment.normalized().folded();
    return new Span(folded.originalFrom(words.from(first)), folded.originalTo(words.to(end - 1)));
  }

  private Finding finding(Comment comment, RuleReading reading, Rulebook.Match match) {
    Span span = span(comment, reading.words(), match.word(), match.end());
    int from = span.from();
    int to = span.to();
    String text = comment.text();
    KnownPeople people =
        KnownPeople.of(text, Math.max(0, from - BEFORE), Math.min(text.length(), to + AFTER));
    String first = word(reading, match.word());
    double known =
        match.rule().why().startsWith(GIVEN_AWAY)
            ? owned(people, from, to)
            : known(people, from, to, first, comment);
    double score = Math.min(SUREST_OF_ONE, reading.score(match) * known);
    return new Finding(Category.CONFIDENTIAL, score, name(), List.of(span), match.rule().why());
  }

  /** Returns how surely a code or number belongs to a person and not to a public thing. */
  private static double owned(KnownPeople people, int from, int to) {
    return switch (people.subject(from, to)) {
      case NAMED, NAMED_STAFF, OFFICE, POINTED, PRONOUN, OWN_CHILD -> 0.97;
      case SELF -> 0.7;
      case ANYBODY -> 0.4;
      case NOBODY ->
          people.has(NamedPerson.NAMED) || people.has(NamedPerson.NAMED_STAFF) ? 0.9 : 0.35;
    };
  }

  /** Returns how clearly the comment identifies the person that a fact is about, from 0 to 1. */
  private static double known(KnownPeople people, int from, int to, String first, Comment comment) {
    NamedPerson subject = people.subject(from, to);
    if (subject == NamedPerson.SELF && WITNESSED.contains(first)) {
      NamedPerson other =
          people.has(NamedPerson.NAMED)
              ? NamedPerson.NAMED
              : people.has(NamedPerson.NAMED_STAFF) ? NamedPerson.NAMED_STAFF : NamedPerson.NOBODY;
      subject = other;
    }
    return switch (subject) {
      case NAMED -> 1;
      case NAMED_STAFF -> 0.97;
      case OFFICE -> 0.75;
      case POINTED -> 0.8;
      case PRONOUN -> pronoun(people, from, to, comment);
      case SELF -> people.authorNamesItself() ? 0.9 : 0.08;
      case OWN_CHILD -> 0.2;
      case ANYBODY -> 0.15;
      case NOBODY -> elsewhere(people, from, to);
    };
  }

  private static double pronoun(KnownPeople people, int from, int to, Comment comment) {
    return switch (people.lastBefore(from)) {
      case NAMED -> 0.95;
      case NAMED_STAFF -> 0.7;
      case OFFICE -> 0.75;
      case POINTED -> 0.8;
      case OWN_CHILD -> 0.15;
      case ANYBODY -> 0.2;
      case PRONOUN, SELF, NOBODY ->
          people.firstAfter(to) == NamedPerson.NAMED
              ? 0.95
              : people.firstAfter(to) == NamedPerson.NAMED_STAFF
                  ? 0.6
                  : people.firstAfter(to) == NamedPerson.POINTED
                      ? 0.7
                      : comment.parent().isPresent() ? 0.6 : 0.42;
    };
  }

  private static double elsewhere(KnownPeople people, int from, int to) {
    NamedPerson before = people.lastBefore(from);
    NamedPerson after = people.firstAfter(to);
    if (before == NamedPerson.OWN_CHILD || before == NamedPerson.SELF) {
      return after == NamedPerson.NAMED ? 0.6 : 0.12;
    }
    if (before == NamedPerson.NAMED || after == NamedPerson.NAMED) {
      return 0.9;
    }
    if (before == NamedPerson.NAMED_STAFF || after == NamedPerson.NAMED_STAFF) {
      return 0.7;
    }
    return before == NamedPerson.POINTED || before == NamedPerson.OFFICE ? 0.5 : 0.12;
  }
}
