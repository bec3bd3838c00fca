package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.rule.RuleExamples;
import java.util.List;

/** Checks the example sentences in rule files, or a single sentence, against the rules alone. */
public final class CheckRules {
  private CheckRules() {}

  /**
   * Runs the check.
   *
   * @param args a sentence to try; none to try all examples in the files
   */
  public static void main(String[] args) {
    RuleExamples examples;
    try {
      examples = RuleExamples.shipped();
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    if (args.length > 0) {
      List<String> found = examples.explain(String.join(" ", args));
      System.out.println(
          found.isEmpty()
              ? "No rule about sequences of words fits this."
              : String.join("\n", found));
      return;
    }
    examples.failures().forEach(System.err::println);
    System.err.printf("%d sentences, %d mistakes%n", examples.count(), examples.failures().size());
    System.exit(examples.failures().isEmpty() ? 0 : 1);
  }
}
