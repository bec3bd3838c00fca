package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.WrittenName;
import hallmonitor.moderation.finding.rule.RuleReading;
import hallmonitor.moderation.finding.rule.Rulebook;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Detects words that are decisive on their own: profanity, and slurs unless the comment talks about
 * the word.
 */
public final class LexiconDetector implements Detector {
  private static final List<Category> PROFANE_ONLY = List.of(Category.PROFANITY);

  /**
   * Most findings per category. A word repeated ten thousand times counts fifty times, so that
   * messages and archives stay small.
   */
  private static final int MOST = 50;

  private final Lexicon lexicon;
  private final Rulebook rules;

  public LexiconDetector(Lexicon lexicon, Rulebook rules) {
    this.lexicon = lexicon;
    this.rules = rules;
  }

  @Override
  public String name() {
    return "lexicon";
  }

  @Override
  public List<Finding> detect(Comment comment) {
    NormalizedText light = comment.normalized();
    NormalizedText folded = light.folded();
    List<Found> found = new ArrayList<>(0);
    add(found, lexicon.find(folded.text()), folded, comment);
    add(found, lexicon.findInSigns(light.text()), light, comment);
    if (found.isEmpty()) {
      return List.of();
    }
    boolean contextCounts =
        found.stream()
            .flatMap(f -> f.hit.entry().categories().stream())
            .anyMatch(c -> c != Category.PROFANITY);
    Optional<RuleReading> reading =
        contextCounts ? Optional.of(rules.read(comment)) : Optional.empty();
    List<Finding> findings = new ArrayList<>(found.size());
    for (Found one : found) {
      for (Category category : one.hit.entry().categories()) {
        findings.add(finding(reading, folded, one, category));
      }
    }
    return findings.size() <= MOST ? findings : strongest(findings);
  }

  /** A word with its span in the original text. */
  private record Found(LexiconHit hit, Span span) {}

  /** Adds a hit. Of two that overlap, the surer stays. Both lists are in text order. */
  private static void add(
      List<Found> found, List<LexiconHit> hits, NormalizedText view, Comment comment) {
    int before = found.size();
    int near = 0;
    for (LexiconHit hit : hits) {
      Found one =
          new Found(hit, new Span(view.originalFrom(hit.from()), view.originalTo(hit.to())));
      if ((hit.entry().name() && WrittenName.isOne(comment.text(), one.span))
          || (hit.how() == LexiconHit.How.IN_PIECES
              && WrittenName.areAll(comment.text(), one.span))) {
        continue;
      }
      boolean known = false;
      while (near < before && found.get(near).span.to() <= one.span.from()) {
        near++;
      }
      for (int i = near; i < before && found.get(i).span.from() < one.span.to(); i++) {
        known = true;
        if (one.hit.score() > found.get(i).hit.score()) {
          found.set(i, one);
        }
      }
      if (!known) {
        found.add(one);
      }
    }
  }

  private static List<Finding> strongest(List<Finding> findings) {
    Map<Category, List<Finding>> byCategory =
        findings.stream()
            .sorted(Comparator.comparingDouble(Finding::score).reversed())
            .collect(Collectors.groupingBy(Finding::category));
    return byCategory.values().stream().flatMap(some -> some.stream().limit(MOST)).toList();
  }

  private Finding finding(
      Optional<RuleReading> context, NormalizedText folded, Found found, Category category) {
    LexiconEntry entry = found.hit.entry();
    double score = found.hit.score();
    String why = sentence(entry, category) + found.hit.how().words + ".";
    if (context.isPresent() && !entry.categories().equals(PROFANE_ONLY)) {
      RuleReading reading = context.get();
      double factor = reading.contextFactor(List.of("counter-speech"));
      boolean quoted =
          reading.isQuoted(indexIn(folded, found.span.from()), indexIn(folded, found.span.to()));
      factor = quoted ? Math.min(factor, RuleReading.QUOTED) : factor;
      if (factor < 1) {
        score *= factor;
        why = sentence(entry, category) + ", but the comment seems to speak about the word.";
      }
    }
    return new Finding(category, score, name(), List.of(found.span), why);
  }

  /** Returns the index in a view for an index of the original. */
  private static int indexIn(NormalizedText view, int original) {
    int low = 0;
    int high = view.text().length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (view.originalFrom(middle) < original) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String sentence(LexiconEntry entry, Category category) {
    if (entry.named()) {
      return "The comment contains a word that the district's policy names as "
          + (entry.score() < NamedWords.PROFANE ? "possible profanity" : "profanity");
    }
    switch (category) {
      case PROFANITY:
        return "The comment contains a profane word";
      case HATE:
        return "The comment contains a slur";
      case SEXUAL:
        return "The comment contains a sexual word";
      default:
        return "The comment contains a word of the kind " + category.label();
    }
  }
}
