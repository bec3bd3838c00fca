package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Combines what the rules, the linear model, the scout and the encoder say into one probability.
 * For each category it is 1 / (1 + exp(-sum)), where the sum is over its lines {@code category term
 * weight}. Terms are {@code linear}, the linear model's raw log-odds of the category; {@code rule},
 * the score of the strongest rule, 0 if none found it; {@code scout:LABEL} and {@code
 * encoder:LABEL}, their logits; and {@code constant}. A category without lines keeps the linear
 * model's probability. The line {@code category proven P} is no term: from the probability P on,
 * the answer has proven to be as sure as a written rule.
 */
final class StackedWeights {
  private static final String FORM = "category term weight";
  private static final String LINEAR = "linear";
  private static final String RULE = "rule";
  private static final String CONSTANT = "constant";
  private static final String PROVEN = "proven";

  private static final class Weights {
    private final double[] opinions;
    private double linear;
    private double rule;
    private double constant;
    private double proven = Double.MAX_VALUE;

    Weights(int count) {
      opinions = new double[count];
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
   * @param opinions terms of all logits, in order, such as {@code encoder:toxic}
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
    Category category =
        Category.of(line.words()[0])
            .orElseThrow(() -> line.wrong("there is no category '" + line.words()[0] + "'"));
    Weights of = weights.computeIfAbsent(category, c -> new Weights(opinions.size()));
    String term = line.words()[1];
    double weight = line.number(2);
    if (term.equals(LINEAR)) {
      of.linear = weight;
    } else if (term.equals(RULE)) {
      of.rule = weight;
    } else if (term.equals(CONSTANT)) {
      of.constant = weight;
    } else if (term.equals(PROVEN)) {
      of.proven = weight;
    } else if (!opinions.contains(term)) {
      throw line.wrong("'" + term + "' is none of linear, rule, constant, proven and " + opinions);
    } else {
      of.opinions[opinions.indexOf(term)] = weight;
    }
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
        double sum = of.constant + of.linear * linear.raw(i) + of.rule * rule;
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

  /** Returns the text form, which {@code read} accepts. Terms with zero weight are left out. */
  String write() {
    StringBuilder out = new StringBuilder("# " + FORM + "\n");
    weights.forEach(
        (category, of) -> {
          line(out, category, LINEAR, of.linear);
          line(out, category, RULE, of.rule);
          for (int k = 0; k < opinions.size(); k++) {
            line(out, category, opinions.get(k), of.opinions[k]);
          }
          line(out, category, CONSTANT, of.constant);
          line(out, category, PROVEN, of.proven == Double.MAX_VALUE ? 0 : of.proven);
        });
    return out.toString();
  }

  private static void line(StringBuilder out, Category category, String term, double weight) {
    if (weight != 0) {
      out.append(category.label()).append(' ').append(term).append(' ').append(weight).append('\n');
    }
  }
}
