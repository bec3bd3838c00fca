package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Combines what the rules, the linear model and the encoders say into one probability. For each
 * category it is 1 / (1 + exp(-sum)), where the sum is over its lines {@code category term weight}.
 * Terms are those of {@link WeightedTerms}, and {@code rule}, the score of the strongest rule, 0 if
 * none found it. A category without lines keeps the linear model's probability. The line {@code
 * category proven P} is not a term: at probability P or above, the answer was shown to be as sure
 * as a written rule. {@code category proven-beside-rule P} says the same for comments where a rule
 * found the category, too.
 */
final class StackedWeights {
  private static final String FORM = "category term weight";
  private static final String RULE = "rule";
  private static final String PROVEN = "proven";
  private static final String PROVEN_BESIDE_RULE = "proven-beside-rule";

  private static final class Weights {
    private final WeightedTerms terms;
    private double rule;
    private double proven = Double.MAX_VALUE;
    private double provenBesideRule = Double.MAX_VALUE;

    Weights(List<String> opinions) {
      terms = new WeightedTerms(opinions);
    }
  }

  private final List<String> opinions;
  private final Map<Category, Weights> weights = new EnumMap<>(Category.class);

  private StackedWeights(List<String> opinions) {
    this.opinions = List.copyOf(opinions);
  }

  /**
   * Reads weights.
   *
   * @param file name for messages
   * @param opinions terms of all logits, in order, such as {@code english:toxic}
   * @throws EncoderException naming the file and line of the first mistake
   */
  static StackedWeights read(String file, String content, List<String> opinions) {
    StackedWeights stack = new StackedWeights(opinions);
    Set<String> known = new HashSet<>();
    for (HeaderedLines.Line line : HeaderedLines.of(file, content)) {
      line.hasWords(3, FORM);
      String term = line.words()[0] + " " + line.words()[1];
      if (!known.add(term)) {
        throw line.wrong("'" + term + "' has a line already");
      }
      stack.add(line);
    }
    return stack;
  }

  private void add(HeaderedLines.Line line) {
    Weights of =
        weights.computeIfAbsent(line.category(line.words()[0]), c -> new Weights(opinions));
    double weight = line.number(2);
    switch (line.words()[1]) {
      case RULE -> of.rule = weight;
      case PROVEN -> of.proven = weight;
      case PROVEN_BESIDE_RULE -> of.provenBesideRule = weight;
      default -> of.terms.put(line, line.words()[1], weight, "rule, proven, proven-beside-rule");
    }
  }

  /**
   * Returns probabilities of the categories that have lines and that the linear model knows.
   *
   * @param rules findings of the rules
   */
  Map<Category, Double> probabilities(LinearScores linear, List<Finding> rules, float[] logits) {
    Map<Category, Double> probabilities = new EnumMap<>(Category.class);
    for (Category category : linear.categories()) {
      Weights of = weights.get(category);
      if (of != null) {
        double rule = of.rule == 0 ? 0 : Finding.strongest(rules, category);
        double sum = of.terms.sum(linear, logits) + of.rule * rule;
        probabilities.put(category, 1 / (1 + Math.exp(-sum)));
      }
    }
    return probabilities;
  }

  /** See {@link hallmonitor.moderation.finding.SecondStage#provenFrom}. */
  double provenFrom(Category category) {
    Weights of = weights.get(category);
    return of == null ? Double.MAX_VALUE : of.proven;
  }

  /** See {@link hallmonitor.moderation.finding.SecondStage#provenBesideRuleFrom}. */
  double provenBesideRuleFrom(Category category) {
    Weights of = weights.get(category);
    return of == null ? Double.MAX_VALUE : of.provenBesideRule;
  }
}
