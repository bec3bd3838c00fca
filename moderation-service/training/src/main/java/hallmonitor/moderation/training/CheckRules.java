package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.rule.RuleExamples;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tries the sentences beside the rules, or one sentence of the caller's, on the rules alone. */
@Command(
    name = "deploy/check-rules",
    description = {
      "Without a sentence: reads the rule files in"
          + " moderation-service/judging/src/main/resources/patterns as they are now, names every"
          + " mistake in them by file and line, and tries every 'yes:' and 'no:' sentence that"
          + " stands beside a rule. Ends with 1 when a sentence fails, with 2 when a file cannot be"
          + " read.",
      "With one: says which rules fit it and what they make of it.%n"
    },
    footer =
        "%nHow rules are written: moderation-service/judging/src/main/resources/patterns/README.md")
public final class CheckRules implements Callable<Integer> {
  @Parameters(
      paramLabel = "SENTENCE",
      description =
          "in quotation marks; the post and the comment that it answers may follow: 'do it then |"
              + " parent: I want to die'")
  private List<String> sentence = new ArrayList<>();

  public static void main(String[] args) {
    Tool.main(new CheckRules(), args);
  }

  @Override
  public Integer call() {
    RuleExamples examples = shipped();
    if (!sentence.isEmpty()) {
      List<String> found = examples.explain(String.join(" ", sentence));
      System.out.println(
          found.isEmpty()
              ? "No rule about sequences of words fits this."
              : String.join("\n", found));
      return 0;
    }
    examples.failures().forEach(System.err::println);
    System.err.printf("%d sentences, %d mistakes%n", examples.count(), examples.failures().size());
    return examples.failures().isEmpty() ? 0 : 1;
  }

  private static RuleExamples shipped() {
    try {
      return RuleExamples.shipped();
    } catch (IllegalStateException e) {
      throw ToolFailure.saying(e);
    }
  }
}
