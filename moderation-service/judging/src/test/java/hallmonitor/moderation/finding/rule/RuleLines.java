package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.finding.file.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rules written in a test. */
final class RuleLines {
  private RuleLines() {}

  /**
   * Returns the lines of a file {@code rules.txt}, numbered from 1, counting blank lines and
   * comments.
   */
  static List<RuleFile.Line> of(String text) {
    String[] lines = text.split("\n");
    List<RuleFile.Line> kept = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
        kept.add(new RuleFile.Line("/rules.txt", i + 1, lines[i]));
      }
    }
    return kept;
  }

  /**
   * Returns the scores that these rules give a comment, written {@code text | parent: text | post:
   * text}.
   */
  static Stream<Double> scores(String rules, String comment) {
    RuleReading reading =
        new Rulebook(RuleParser.of(of(rules))).read(RuleExamples.comment(comment));
    return reading.matches().stream().map(reading::score);
  }

  static double score(String rules, String comment) {
    return scores(rules, comment).max(Double::compare).orElse(0.0);
  }
}
