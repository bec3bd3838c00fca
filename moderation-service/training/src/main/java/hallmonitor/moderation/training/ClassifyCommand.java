package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deploy/classify}. */
@Command(
    name = "deploy/classify",
    description = {
      "Judges comments, as lines of JSON or as CSV, by the rules and the model of this build:",
      "  deploy/classify < comments.ndjson > verdicts.ndjson",
      "Needs no database and no broker.%n"
    },
    footer = {
      "%nIn, as JSON: {\"id\":\"1\",\"text\":\"...\",\"author\":\"display name\",\"post\":\"the"
          + " post's text\",\"parent\":\"the comment replied to\",\"names\":\"shown|handles|free\"}; only"
          + " id and text must be there. As CSV: the same names in the first line, parted by commas.",
      "'names' says what people write under on the platform: their own names, handles of members,"
          + " or anything they type (free, as on blogs). Without it, it is free; a line with"
          + " neither 'names' nor an author does not tell who wrote and is not held to be unsigned.",
      "Out, in the same order:"
          + " {\"id\":\"1\",\"verdict\":\"allow|review|hide|escalate\",\"clauses\":[\"3.1\"],\"scores\":{\"threat\":0.91,...},\"findings\":[...]},"
          + " or {\"line\":7,\"error\":\"...\"} for a line that cannot be read, which is named on"
          + " standard error too; the rest goes on. 'verdict' is the gravest of the clauses'"
          + " answers: what is escalated may be hidden as well, as its clauses say."
    })
public final class ClassifyCommand implements Callable<Integer> {
  @Mixin private PolicyOption policy;
  @Mixin private StageOption stage;

  public static void main(String[] args) {
    Tool.main(new ClassifyCommand(), args);
  }

  @Override
  public Integer call() throws IOException {
    Policy inForce = policy.read();
    Optional<EncoderStage> second = stage.encoder();
    new Classify(
            new TwoStageJudge(inForce, StandardDetectors.model(), second), System.out, System.err)
        .run(System.in);
    return 0;
  }
}
