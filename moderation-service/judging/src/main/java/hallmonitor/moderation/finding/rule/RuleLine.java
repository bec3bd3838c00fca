package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.finding.rule.Rule.Circumstance;
import hallmonitor.moderation.finding.rule.Rule.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Parses the first line of a rule or a context and reports mistakes to its author. */
final class RuleLine {
  /** Circumstances that the comment itself can show without a word list. */
  private static final Set<String> BUILT_IN = Set.of("negation", "quotation");

  private RuleLine() {}

  /**
   * Parses a rule.
   *
   * @param contexts the known names, each with its factor
   */
  static Rule rule(RuleFile.Line line, Map<String, Double> contexts) {
    int colon = line.text().indexOf(':');
    if (colon < 0 || line.text().substring(colon + 1).isBlank()) {
      throw new IllegalArgumentException(
          "a rule's first line ends with ': ' and one sentence for the person who reads the"
              + " finding");
    }
    String[] unless = line.text().substring(0, colon).strip().split(" +unless +", 2);
    String[] when = unless[0].split(" +when +", 2);
    String[] head = when[0].split(" +");
    if (!head[0].equals("rule")) {
      throw new IllegalArgumentException(
          "a line starts with 'rule', 'context', 'topic', 'list' or '#', or with two spaces under"
              + " one of these");
    }
    if (head.length != 3) {
      throw new IllegalArgumentException(
          "a rule starts 'rule CATEGORY SCORE', such as 'rule threat 0.8'");
    }
    Category category =
        Category.of(head[1])
            .filter(Category.judged()::contains)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no category '" + head[1] + "'; there are: " + categories()));
    return new Rule(
        line.place(),
        category,
        fraction(head[2]),
        when.length == 1 ? List.of() : asides(when[1], contexts),
        unless.length == 1 ? List.of() : excuses(unless[1], contexts),
        line.text().substring(colon + 1).strip());
  }

  /** Returns the factor at the end of {@code context NAME FACTOR}. */
  static double factor(String[] head) {
    if (head.length != 3) {
      throw new IllegalArgumentException(
          "a context starts 'context NAME FACTOR', such as 'context sport 0.15'");
    }
    return fraction(head[2]);
  }

  private static double fraction(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below, together with the text
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not a number above 0 and up to 1, such as 0.8");
  }

  private static List<Circumstance> asides(String text, Map<String, Double> contexts) {
    List<Circumstance> asides = circumstances(text);
    for (Circumstance aside : asides) {
      if (aside.where() == Where.COMMENT) {
        throw new IllegalArgumentException(
            "after 'when' comes 'parent NAME' or 'post NAME', not '" + aside.name() + "'");
      }
      if (!contexts.containsKey(aside.name()) && Category.of(aside.name()).isEmpty()) {
        throw unknown(aside.name(), contexts, ", or a category");
      }
    }
    return asides;
  }

  private static List<Circumstance> excuses(String text, Map<String, Double> contexts) {
    List<Circumstance> excuses = circumstances(text);
    for (Circumstance excuse : excuses) {
      boolean builtIn = excuse.where() == Where.COMMENT && BUILT_IN.contains(excuse.name());
      if (!builtIn && contexts.getOrDefault(excuse.name(), 1.0) == 1.0) {
        throw unknown(excuse.name(), contexts, ", negation, quotation");
      }
    }
    return excuses;
  }

  private static IllegalArgumentException unknown(
      String name, Map<String, Double> contexts, String more) {
    return new IllegalArgumentException(
        "there is no context '"
            + name
            + "' above this line; there are: "
            + String.join(", ", new TreeSet<>(contexts.keySet()))
            + more);
  }

  private static List<Circumstance> circumstances(String text) {
    List<Circumstance> found = new ArrayList<>();
    for (String part : text.strip().split(" *, *")) {
      if (part.startsWith("parent ")) {
        found.add(new Circumstance(Where.PARENT, part.substring(7).strip()));
      } else if (part.startsWith("post ")) {
        found.add(new Circumstance(Where.POST, part.substring(5).strip()));
      } else {
        found.add(new Circumstance(Where.COMMENT, part));
      }
    }
    return found;
  }

  private static String categories() {
    return Category.judged().stream().map(Category::label).collect(Collectors.joining(", "));
  }
}
