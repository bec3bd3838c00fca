package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which comments are worth a second look. One line a category: {@code category from to rule}. A
 * comment is looked at again where for one category the linear model's probability is within {@code
 * from} and {@code to}, or a rule's finding scores {@code rule} or more ({@code -} for none). A
 * category without a line sends none.
 */
final class Routing {
  private static final String FORM = "category from to rule";

  /**
   * @param rule above 1 for none
   */
  private record Band(double from, double to, double rule) {}

  private final Map<Category, Band> bands = new EnumMap<>(Category.class);

  /**
   * @param file its name in messages
   * @throws EncoderException naming file and line of the first mistake
   */
  static Routing read(String file, String content) {
    Routing routing = new Routing();
    for (Lines.Line line : Lines.of(file, content)) {
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

  boolean isWorthALook(LinearScores linear, List<Finding> before) {
    List<Category> categories = linear.categories();
    for (int i = 0; i < categories.size(); i++) {
      Band band = bands.get(categories.get(i));
      if (band != null) {
        double probability = linear.probability(i);
        if (probability >= band.from && probability <= band.to) {
          return true;
        }
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

  /** As it can be read again. */
  String write() {
    List<String> lines = new ArrayList<>();
    lines.add("# " + FORM);
    bands.forEach(
        (category, band) ->
            lines.add(
                category.label()
                    + " "
                    + band.from
                    + " "
                    + band.to
                    + " "
                    + (band.rule > 1 ? "-" : band.rule)));
    return String.join("\n", lines) + "\n";
  }
}
