package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.text.NormalizedText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Detects sequences of words that mean something together, such as a weapon, a place and a time.
 */
public final class PatternDetector implements Detector {
  private static final double WORTH_SAYING = 0.15;

  private final Rulebook rules;

  public PatternDetector(Rulebook rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return "pattern";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    RuleReading reading = rules.read(comment);
    if (reading.matches().isEmpty()) {
      return List.of();
    }
    NormalizedText folded = comment.normalized().folded();
    Map<Category, Finding> strongest = new EnumMap<>(Category.class);
    for (Rulebook.Match match : reading.matches()) {
      Finding finding = finding(reading, folded, match);
      if (finding.score() >= WORTH_SAYING) {
        strongest.merge(finding.category(), finding, (a, b) -> b.score() > a.score() ? b : a);
      }
    }
    return List.copyOf(strongest.values());
  }

  @Override
  public List<Finding> glance(Comment comment) {
    return detect(comment);
  }

  private Finding finding(RuleReading reading, NormalizedText folded, Rulebook.Match match) {
    RuleWords words = reading.words();
    Span span =
        new Span(
            folded.originalFrom(words.from(match.word())),
            folded.originalTo(words.to(match.end() - 1)));
    return new Finding(
        match.rule().category(), reading.score(match), name(), List.of(span), match.rule().why());
  }
}
