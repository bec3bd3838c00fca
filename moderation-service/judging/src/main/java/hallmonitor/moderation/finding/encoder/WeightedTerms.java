package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.LinearScores;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A weighted sum of the models' scores for a comment. Its terms are {@code linear:CATEGORY}, the
 * linear model's raw log-odds of a category; {@code linear:harm}, the same for harm of any kind;
 * {@code MODEL:LABEL}, such as {@code scout:toxic}, the logits of an encoder; and {@code constant}.
 */
final class WeightedTerms {
  private static final String LINEAR = "linear:";
  private static final String HARM = LINEAR + "harm";
  private static final String CONSTANT = "constant";

  private final List<String> opinions;
  private final double[] ofOpinions;
  private final Map<Category, Double> linear = new EnumMap<>(Category.class);
  private double harm;
  private double constant;

  /**
   * Creates a sum without weights.
   *
   * @param opinions terms of all logits, in order, such as {@code english:toxic}
   */
  WeightedTerms(List<String> opinions) {
    this.opinions = opinions;
    this.ofOpinions = new double[opinions.size()];
  }

  /**
   * Sets the weight of a term.
   *
   * @param others what else the line may say, for messages
   * @throws EncoderException if there is no such term
   */
  void put(HeaderedLines.Line line, String term, double weight, String others) {
    if (term.equals(HARM)) {
      harm = weight;
    } else if (term.startsWith(LINEAR)) {
      linear.put(line.category(term.substring(LINEAR.length())), weight);
    } else if (term.equals(CONSTANT)) {
      constant = weight;
    } else if (opinions.contains(term)) {
      ofOpinions[opinions.indexOf(term)] = weight;
    } else {
      throw line.wrong(
          "'%s' is none of linear:CATEGORY, linear:harm, constant, %s and %s"
              .formatted(term, others, opinions));
    }
  }

  /**
   * Returns the sum.
   *
   * @throws EncoderException if it is not a finite number, or if a model that it weighs is missing
   */
  double sum(LinearScores scores, float[] logits) {
    if (harm != 0 && !scores.tellsHarm()) {
      throw new EncoderException(
          "The linear model tells nothing of harm of any kind, which is weighed here: comments.zip"
              + " and the encoders' files are not of the same training.");
    }
    double sum = constant + harm * scores.harm();
    for (int i = 0; i < scores.categories().size(); i++) {
      sum += linear.getOrDefault(scores.categories().get(i), 0.0) * scores.raw(i);
    }
    for (int k = 0; k < logits.length; k++) {
      sum += ofOpinions[k] * logits[k];
    }
    if (!Double.isFinite(sum)) {
      throw new EncoderException("The encoder's answer on a text is no number.");
    }
    return sum;
  }
}
