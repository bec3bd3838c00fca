package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Selects the comments that need another look. Each line is {@code category from to rule}. A
 * comment is selected if, for any category, the probability so far is between {@code from} and
 * {@code to}, or a rule's finding scores {@code rule} or more ({@code -} for none). The probability
 * comes from the linear model or from a faster encoder. A category without a line selects none.
 */
final class StageRouting {
  private static final String FORM = "category from to rule";

  /**
   * @param rule above 1 for none
   */
  private record Band(double from, double to, double rule) {}

  private final Map<Category, Band> bands = new EnumMap<>(Category.class);

  /**
   * Reads routing lines.
   *
   * @param file name for messages
   * @throws EncoderException naming the file and line of the first mistake
   */
  static StageRouting read(String file, String content) {
    StageRouting routing = new StageRouting();
    for (HeaderedLines.Line line : HeaderedLines.of(file, content)) {
      line.hasWords(4, FORM);
      Category category =
          Category.of(line.words()[0])
              .orElseThrow(() -> line.wrong("there is no category '" + line.words()[0] + "'"));
      double from = line.number(1);
      double to = line.number(2);
      double rule = line.words()[3].equals("-") ? 2 : line.number(3);
      if (from < 0 || to < from) {
        throw line.wrong("expected probabilities, the lower one first");
      }
      if (routing.bands.put(category, new Band(from, to, rule)) != null) {
        throw line.wrong(category.label() + " has a line already");
      }
    }
    return routing;
  }

  /**
   * Returns whether a comment needs another look.
   *
   * @param known probability of a category so far; NaN if unknown
   * @param before findings of the detectors before the model
   */
  boolean isWorthALook(ToDoubleFunction<Category> known, List<Finding> before) {
    for (Map.Entry<Category, Band> band : bands.entrySet()) {
      double probability = known.applyAsDouble(band.getKey());
      if (probability >= band.getValue().from && probability <= band.getValue().to) {
        return true;
      }
    }
    for (int i = 0; i < before.size(); i++) {
      Band band = bands.get(before.get(i).category());
      if (band != null && before.get(i).score() >= band.rule) {
        return true;
      }
    }
    return false;
  }
}
