package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.rule.RuleReading;
import hallmonitor.moderation.finding.rule.Rulebook;
import hallmonitor.moderation.finding.rule.Rulebook.Match;
import hallmonitor.moderation.finding.rule.Vocabulary;
import hallmonitor.moderation.finding.scan.Cues;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Comments that speak as a school does in its notices, without a signature. */
final class Notice {
  /** Under a person's full name: parents often write this way for a committee. */
  private static final double BY_A_PERSON = 0.45;

  /** With an office above it, as notices have. */
  private static final double HEADED = 0.6;

  private static final int HEAD = 80;
  private static final int SMALL = 3;

  private static final Set<String> OF_SCHOOLS = WORDS.of("of-school");

  private static final List<String> FILES = List.of("/patterns/notice.txt");

  /** Every text that the rules match contains one of these. */
  private static final Cues CUES = Ending.cues("notice-cue");

  private final Rulebook rules = new Rulebook(FILES, new Vocabulary());

  /** Score of a notice under a name that is neither a school's nor an employee's. */
  Optional<Finding> of(Comment comment, DisplayName author, String detector) {
    boolean office =
        author.kind() == DisplayName.Kind.ORGANIZATION || author.title() != Titles.NONE;
    if (office && !author.mocks()) {
      return Optional.empty();
    }
    RuleReading reading = rules.read(comment);
    boolean headed = isHeaded(comment.text());
    double most = author.kind() == DisplayName.Kind.PERSON ? BY_A_PERSON : 1;
    return reading.matches().stream()
        .max(Comparator.comparingDouble(reading::score))
        .map(
            match ->
                finding(
                    comment,
                    reading,
                    match,
                    headed ? HEADED : Math.min(most, reading.score(match)),
                    detector));
  }

  static boolean mayBe(String light) {
    return CUES.isIn(light);
  }

  /** {@code Attendance Office: ...}, {@code OAK HILL SCHOOL. ...} */
  private static boolean isHeaded(String text) {
    NameTokens tokens = NameTokens.of(text, 0, Math.min(text.length(), HEAD));
    int end = 0;
    while (end < tokens.count()
        && (end == 0 || tokens.before(end) == Seam.SPACE)
        && (tokens.isCapital(end) || tokens.plain(end).length() <= SMALL)) {
      end++;
    }
    return end < tokens.count()
        && tokens.before(end) != Seam.SPACE
        && tokens.before(end) != Seam.COMMA
        && IntStream.range(0, end)
            .mapToObj(tokens::plain)
            .anyMatch(word -> OF_SCHOOLS.contains(word) || Roles.isMany(word));
  }

  private static Finding finding(
      Comment comment, RuleReading reading, Match match, double score, String detector) {
    Span span =
        new Span(
            comment.normalized().originalFrom(reading.words().from(match.word())),
            comment.normalized().originalTo(reading.words().to(match.end() - 1)));
    return new Finding(
        Category.FALSE_SIGNATURE, score, detector, List.of(span), match.rule().why());
  }
}
