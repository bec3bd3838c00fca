package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.file.RuleFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much each feature of a signature suggests that its author is someone else: lines {@code
 * feature weight}. The sum over the present features plus {@code constant} is the log-odds.
 */
final class SignatureWeights {
  static final String FILE = "/model/signature.txt";
  private static final String CONSTANT = "constant";
  private static final String EMPLOYEE = "employee";

  private final Map<String, Double> weights;

  private SignatureWeights(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /**
   * @throws IllegalStateException naming file and line of the first mistake
   */
  static SignatureWeights read(String file) {
    Map<String, Double> weights = new HashMap<>();
    for (RuleFile.Line line : RuleFile.lines(file)) {
      String[] words = line.text().split(" +");
      if (words.length != 2 || weights.put(words[0], number(line, words[1])) != null) {
        throw line.wrong("expected 'feature weight', and each feature once");
      }
    }
    return new SignatureWeights(weights);
  }

  private static double number(RuleFile.Line line, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw line.wrong("'" + text + "' is no number");
  }

  /**
   * From 0 to 1.
   *
   * @param employee whether an employee's name is signed, which raises an already high probability
   */
  double probability(Set<String> features, boolean employee) {
    double sum = weight(CONSTANT);
    for (String feature : features) {
      sum += weight(feature);
    }
    sum += employee && sum >= 0 ? weight(EMPLOYEE) : 0;
    return 1 / (1 + Math.exp(-sum));
  }

  private double weight(String feature) {
    return weights.getOrDefault(feature, 0.0);
  }
}
