package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/budgets}: writes what each threshold costs and reaches. */
@Command(
    name = "deploy/budgets",
    description =
        "Writes the table of what each threshold of a clause costs and reaches, which ships with"
            + " the models and which the console shows where thresholds are changed: of the rows"
            + " of split dev, how many ordinary comments and how many true cases reach it. Run it"
            + " whenever the models were replaced; deploy/train does.%n")
public final class WriteBudgets implements Callable<Integer> {
  private static final int PROGRESS_EVERY = 2_000;

  @Mixin private Sources sources;

  @Option(
      names = "--to",
      paramLabel = "FILE.csv",
      description = "the file to write (budgets.csv beside the models of this working tree)")
  private Path file =
      Path.of(
          System.getProperty("hallmonitor.root", "."),
          "moderation-service/judging/src/main/resources/model/budgets.csv");

  public static void main(String[] args) {
    Tool.main(new WriteBudgets(), args);
  }

  @Override
  public Integer call() throws IOException {
    List<Corpus.Row> rows =
        sources.orShipped().read().of(Split.DEV).stream().filter(Corpus.Row::isOwn).toList();
    try (EncoderStage second = EncoderStage.shipped().orElse(null)) {
      TwoStageJudge judge =
          new TwoStageJudge(
              new PolicyOption().read(), StandardDetectors.model(), Optional.ofNullable(second));
      List<ScoredRow> judged = new ArrayList<>(rows.size());
      for (Corpus.Row row : rows) {
        judged.add(new ScoredRow(row, judge.judge(ScoredRow.asPosted(row, Optional.empty()))));
        if (judged.size() % PROGRESS_EVERY == 0) {
          System.err.printf("%d of %d%n", judged.size(), rows.size());
        }
      }
      Files.write(file, BudgetTable.lines(StandardDetectors.version(EncoderStage.files()), judged));
    }
    return 0;
  }
}
