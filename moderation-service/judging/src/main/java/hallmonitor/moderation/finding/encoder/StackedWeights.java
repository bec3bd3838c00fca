package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Combines what the rules, the linear model and the encoders say into one probability. For each
 * category it is 1 / (1 + exp(-sum)), where the sum is over its lines {@code category term weight}.
 * Terms are {@code linear:CATEGORY}, the linear model's raw log-odds of any category; {@code rule},
 * the score of the strongest rule, 0 if none found it; {@code MODEL:LABEL}, such as {@code
 * scout:toxic}, the logits of an encoder; and {@code constant}. A category without lines keeps the
 * linear model's probability. The line {@code category proven P} is no term: from the probability P
 * on, the answer has proven to be as sure as a written rule. {@code category proven-beside-rule P}
 * says the same where a rule found the category, too.
 */
final class StackedWeights {
  private static final String FORM = "category term weight";
  private static final String LINEAR = "linear:";
  private static final String RULE = "rule";
  private static final String CONSTANT = "constant";
  private static final String PROVEN = "proven";
  private static final String PROVEN_BESIDE_RULE = "proven-beside-rule";

  private static final class Weights {
    private final double[] opinions;
    private final Map<Category, Double> linear = new EnumMap<>(Category.class);
    private double rule;
    private double constant;
    private double proven = Double.MAX_VALUE;
    private double provenBesideRule = Double.MAX_VALUE;

    Weights(int count) {
      opinions = new double[count];
    }

    double linear(LinearScores scores) {
      double sum = 0;
      for (int i = 0; i < scores.categories().size(); i++) {
        sum += linear.getOrDefault(scores.categories().get(i), 0.0) * scores.raw(i);
      }
      return sum;
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
    List<String> known = new ArrayList<>();
    for (HeaderedLines.Line line : HeaderedLines.of(file, content)) {
      line.hasWords(3, FORM);
      String term = line.words()[0] + " " + line.words()[1];
      if (known.contains(term)) {
        throw line.wrong("'" + term + "' has a line already");
      }
      known.add(term);
      stack.add(line);
    }
    return stack;
  }

  private void add(HeaderedLines.Line line) {
    Category category = category(line, line.words()[0]);
    Weights of = weights.computeIfAbsent(category, c -> new Weights(opinions.size()));
    String term = line.words()[1];
    double weight = line.number(2);
    if (term.startsWith(LINEAR)) {
      of.linear.put(category(line, term.substring(LINEAR.length())), weight);
    } else if (term.equals(RULE)) {
      of.rule = weight;
    } else if (term.equals(CONSTANT)) {
      of.constant = weight;
    } else if (term.equals(PROVEN)) {
      of.proven = weight;
    } else if (term.equals(PROVEN_BESIDE_RULE)) {
      of.provenBesideRule = weight;
    } else if (!opinions.contains(term)) {
      throw line.wrong(
          "'"
              + term
              + "' is none of linear:CATEGORY, rule, constant, proven, proven-beside-rule and "
              + opinions);
    } else {
      of.opinions[opinions.indexOf(term)] = weight;
    }
  }

  private static Category category(HeaderedLines.Line line, String label) {
    return Category.of(label).orElseThrow(() -> line.wrong("there is no category '" + label + "'"));
  }

  /**
   * Returns probabilities of the categories that have lines and that the linear model knows.
   *
   * @param rules findings of the rules
   */
  Map<Category, Double> probabilities(LinearScores linear, List<Finding> rules, float[] logits) {
    Map<Category, Double> probabilities = new EnumMap<>(Category.class);
    for (int i = 0; i < linear.categories().size(); i++) {
      Weights of = weights.get(linear.categories().get(i));
      if (of != null) {
        double rule = of.rule == 0 ? 0 : Finding.strongest(rules, linear.categories().get(i));
        double sum = of.constant + of.linear(linear) + of.rule * rule;
        for (int k = 0; k < logits.length; k++) {
          sum += of.opinions[k] * logits[k];
        }
        if (Double.isNaN(sum)) {
          throw new EncoderException("The encoder's answer on a text is no number.");
        }
        probabilities.put(linear.categories().get(i), 1 / (1 + Math.exp(-sum)));
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
