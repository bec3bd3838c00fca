package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words that decide by themselves: profanity; slurs, unless the comment speaks about the word. */
final class LexiconDetector implements Detector {
  private static final double BARELY_SHOWN = 0.6;

  /**
   * Findings of one category: whoever writes a word ten thousand times has said it fifty times, and
   * what travels and is archived stays small.
   */
  private static final int MOST = 50;

  private final Lexicon lexicon;
  private final Rulebook rules;

  LexiconDetector(Lexicon lexicon, Rulebook rules) {
    this.lexicon = lexicon;
    this.rules = rules;
  }

  @Override
  public String name() {
    return "lexicon";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    NormalisedText folded = comment.normalised().folded();
    List<Lexicon.Hit> hits = lexicon.find(folded.text());
    boolean contextCounts = hits.stream().anyMatch(h -> h.entry().category() != Category.PROFANITY);
    Optional<Reading> reading = contextCounts ? Optional.of(rules.read(comment)) : Optional.empty();
    List<Finding> findings = new ArrayList<>(hits.size());
    for (Lexicon.Hit hit : hits) {
      findings.add(finding(reading, folded, hit));
    }
    return findings.size() <= MOST ? findings : strongest(findings);
  }

  private static List<Finding> strongest(List<Finding> findings) {
    Map<Category, List<Finding>> byCategory =
        findings.stream()
            .sorted(Comparator.comparingDouble(Finding::score).reversed())
            .collect(Collectors.groupingBy(Finding::category));
    return byCategory.values().stream().flatMap(some -> some.stream().limit(MOST)).toList();
  }

  private Finding finding(Optional<Reading> context, NormalisedText folded, Lexicon.Hit hit) {
    Lexicon.Entry entry = hit.entry();
    Span span = new Span(folded.originalFrom(hit.from()), folded.originalTo(hit.to()));
    double score = hit.shown() ? entry.score() : Math.min(entry.score(), BARELY_SHOWN);
    String why = sentence(entry) + (hit.shown() ? "." : ", with most letters starred out.");
    if (entry.category() != Category.PROFANITY) {
      Reading reading = context.orElseThrow();
      double factor = reading.contextFactor(List.of("counter-speech"));
      factor = reading.isQuoted(hit.from(), hit.to()) ? Math.min(factor, Reading.QUOTED) : factor;
      if (factor < 1) {
        score *= factor;
        why = sentence(entry) + ", but the comment seems to speak about the word.";
      }
    }
    return new Finding(entry.category(), score, name(), List.of(span), why);
  }

  private static String sentence(Lexicon.Entry entry) {
    if (entry.named()) {
      return "The comment contains a word that the district's policy names as profanity";
    }
    switch (entry.category()) {
      case PROFANITY:
        return "The comment contains a profane word";
      case HATE:
        return "The comment contains a slur";
      case SEXUAL:
        return "The comment contains a sexual word";
      default:
        return "The comment contains a word of the kind " + entry.category().label();
    }
  }
}
