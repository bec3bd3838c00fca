package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deploy/evaluate}: measures rules, models and policy together on labeled comments. */
@Command(
    name = "deploy/evaluate",
    description =
        "Measures rules, models and policy together on labeled comments, those in"
            + " moderation-service/training/corpus where no folder is named: how many of each"
            + " category are told at once, told or in the danger lane, put before a person at all,"
            + " and hidden, with 95 %% intervals; what happens to harmless comments, to an ordinary"
            + " day and to harsh but lawful criticism; how many hides are wrong; how well scores"
            + " are calibrated.%n")
public final class Evaluate implements Callable<Integer> {
  private static final int PROGRESS_EVERY = 2_000;

  private enum Answer {
    YES,
    NO
  }

  /** The values of {@code --misses}. */
  static final class Missable extends ArrayList<String> {
    Missable() {
      super(
          Stream.concat(
                  Stream.of("all", "harmless"),
                  Arrays.stream(Category.values()).map(Category::label))
              .toList());
    }
  }

  /** The values of {@code --names}. */
  static final class Shown extends ArrayList<String> {
    Shown() {
      super(Arrays.stream(AuthorNames.values()).map(AuthorNames::label).toList());
    }
  }

  @Spec private CommandSpec command;
  @Mixin private Sources sources;
  @Mixin private PublicDataOption data;
  @Mixin private PolicyOption policy;
  @Mixin private StageOption stage;

  @Option(
      names = "--split",
      paramLabel = "dev|test|train",
      description = "which of the rows (test; nothing has learned from it)")
  private Split split = Split.TEST;

  @Option(
      names = "--hatecheck",
      paramLabel = "FILE.csv",
      description = "adds the table by functionality of a file of HateCheck's form")
  private @Nullable Path hateCheck;

  @Option(
      names = "--thresholds",
      paramLabel = "yes|no",
      description = "what each threshold of a clause would find and would wrongly raise (no)")
  private Answer thresholds = Answer.NO;

  private Optional<AuthorNames> shown = Optional.empty();
  private Optional<String> misses = Optional.empty();

  @Option(
      names = "--names",
      paramLabel = "shown|handles|free",
      completionCandidates = Shown.class,
      description =
          "what names people write under where the rows were written (free for rows labeled"
              + " unsigned, handles for all others)")
  private void shown(String written) {
    shown =
        Optional.of(
            AuthorNames.of(written)
                .orElseThrow(
                    () ->
                        new ParameterException(
                            command.commandLine(),
                            "--names is one of "
                                + String.join(", ", new Shown())
                                + ", not '"
                                + written
                                + "'.")));
  }

  @Option(
      names = "--misses",
      paramLabel = "CATEGORY|harmless|all",
      completionCandidates = Missable.class,
      description = "lists what was judged wrongly")
  private void misses(String of) {
    if (!new Missable().contains(of)) {
      throw new ParameterException(
          command.commandLine(),
          "--misses is one of " + String.join(", ", new Missable()) + ", not '" + of + "'.");
    }
    misses = Optional.of(of);
  }

  public static void main(String[] args) {
    Tool.main(new Evaluate(), args);
  }

  @Override
  public Integer call() throws IOException {
    Policy inForce = policy.read();
    List<Corpus.Row> rows = rows();
    try (EncoderStage second = stage.encoder().orElse(null)) {
      System.out.println(
          second == null ? "Stage 1: rules and linear model" : "Rules, linear model, second stage");
      TwoStageJudge judge =
          new TwoStageJudge(inForce, StandardDetectors.model(), Optional.ofNullable(second));
      List<ScoredRow> judged = judged(judge, rows);
      if (!judged.isEmpty()) {
        FigureTable.print(split, judged);
        if (thresholds == Answer.YES) {
          Thresholds.print(judged);
        }
      }
      if (hateCheck != null) {
        HateCheck.print(hateCheck, judge);
      }
      misses.ifPresent(of -> Misses.print(of, judged));
    }
    return 0;
  }

  private List<Corpus.Row> rows() throws IOException {
    return sources.orShipped().read().and(data.read()).of(split);
  }

  private List<ScoredRow> judged(TwoStageJudge judge, List<Corpus.Row> rows) {
    List<ScoredRow> judged = new ArrayList<>(rows.size());
    for (Corpus.Row row : rows) {
      judged.add(new ScoredRow(row, judge.judge(ScoredRow.asPosted(row, shown))));
      if (judged.size() % PROGRESS_EVERY == 0) {
        System.err.printf("%d of %d%n", judged.size(), rows.size());
      }
    }
    return judged;
  }
}
