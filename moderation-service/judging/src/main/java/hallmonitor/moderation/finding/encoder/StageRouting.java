package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Selects the comments that need another look: those that the models so far consider possibly
 * harmful in any way, and those that a rule matched. Lines are {@code term weight}. The terms are
 * those of {@link WeightedTerms}; their sum is the log-odds of harm; {@code from}, the log-odds at
 * which a comment is selected; {@code any}, the probability of any category so far at which it is
 * selected, too, since no one should be notified of something that a better model would take back;
 * and {@code rule}, the rule score in any learned category that does the same. Without the line
 * {@code any} or {@code rule}, that check is off.
 */
final class StageRouting {
  private static final String FORM = "term weight";
  private static final String FROM = "from";
  private static final String ANY = "any";
  private static final String RULE = "rule";

  private final WeightedTerms terms;
  private double from = Double.NEGATIVE_INFINITY;
  private double any = Double.POSITIVE_INFINITY;
  private double rule = Double.POSITIVE_INFINITY;

  private StageRouting(List<String> opinions) {
    terms = new WeightedTerms(opinions);
  }

  /**
   * Reads routing lines.
   *
   * @param file name for messages
   * @param opinions terms of the logits of the encoders before, in order
   * @throws EncoderException naming the file and line of the first mistake
   */
  static StageRouting read(String file, String content, List<String> opinions) {
    StageRouting routing = new StageRouting(List.copyOf(opinions));
    Set<String> known = new HashSet<>();
    for (HeaderedLines.Line line : HeaderedLines.of(file, content)) {
      line.hasWords(2, FORM);
      String term = line.words()[0];
      if (!known.add(term)) {
        throw line.wrong("'" + term + "' has a line already");
      }
      routing.put(line, term, line.number(1));
    }
    return routing;
  }

  private void put(HeaderedLines.Line line, String term, double weight) {
    switch (term) {
      case FROM -> from = weight;
      case ANY -> any = weight;
      case RULE -> rule = weight;
      default -> terms.put(line, term, weight, "from, any, rule");
    }
  }

  /**
   * Returns whether a comment needs another look.
   *
   * @param known probability of a category so far
   * @param logits of the encoders before
   * @param before findings of the detectors before the model
   */
  boolean isWorthALook(
      LinearScores linear, ToDoubleFunction<Category> known, float[] logits, List<Finding> before) {
    if (linear.categories().stream().anyMatch(c -> known.applyAsDouble(c) >= any)) {
      return true;
    }
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).score() >= rule && linear.categories().contains(before.get(i).category())) {
        return true;
      }
    }
    return terms.sum(linear, logits) >= from;
  }
}
