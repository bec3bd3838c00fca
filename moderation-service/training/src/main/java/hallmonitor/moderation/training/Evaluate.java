package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures rules, models and policy together on labeled comments; see {@link #USAGE}. */
public final class Evaluate {
  private static final String USAGE =
      """
      usage: evaluate [--split dev|test|train] [--stage 1|2] [--policy FILE] [--misses CATEGORY|harmless|all]
                      [--thresholds yes|no] [--hatecheck FILE.csv] [--public FILE.tsv] [CORPUS-FOLDER...]
      """;
  private static final int PROGRESS_EVERY = 2_000;

  private Split split = Split.TEST;
  private boolean second = true;
  private Path policy = Path.of("deploy/config/policy.yaml");
  private Optional<String> misses = Optional.empty();
  private boolean thresholds;
  private Optional<Path> hateCheck = Optional.empty();
  private final List<String> sources = new ArrayList<>();

  private Evaluate() {}

  /**
   * Runs the command.
   *
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    Evaluate evaluate = new Evaluate();
    try {
      evaluate.read(args);
      evaluate.run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    } catch (InvalidFileException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (NoSuchFileException e) {
      System.err.println(e.getMessage() + ": there is no such file");
      System.exit(2);
    }
  }

  private void read(String[] args) {
    for (int i = 0; i < args.length; i++) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--split" -> split = Split.of(value);
        case "--stage" -> second = oneOf(args[i], value, List.of("1", "2")).equals("2");
        case "--policy" -> policy = Path.of(value);
        case "--misses" -> misses = Optional.of(oneOf(args[i], value, missable()));
        case "--thresholds" ->
            thresholds = oneOf(args[i], value, List.of("yes", "no")).equals("yes");
        case "--hatecheck" -> hateCheck = Optional.of(Path.of(value));
        case Sources.PUBLIC -> sources.addAll(List.of(args[i], value));
        default -> {
          if (args[i].startsWith("--")) {
            throw new IllegalArgumentException("'" + args[i] + "' is not known");
          }
          sources.add(args[i]);
          continue;
        }
      }
      if (value.isEmpty()) {
        throw new IllegalArgumentException(args[i] + " needs a value");
      }
      i++;
    }
  }

  private static String oneOf(String option, String value, List<String> allowed) {
    if (!value.isEmpty() && !allowed.contains(value)) {
      throw new IllegalArgumentException(
          option + " is one of " + String.join(", ", allowed) + ", not '" + value + "'");
    }
    return value;
  }

  private static List<String> missable() {
    return Stream.concat(
            Stream.of("all", "harmless"), Arrays.stream(Category.values()).map(Category::label))
        .toList();
  }

  private void run() throws IOException {
    Policy inForce = PolicyFile.read(Files.readString(policy, UTF_8));
    try (EncoderStage stage = second ? EncoderStage.shipped().orElse(null) : null) {
      System.out.println(
          stage == null ? "Stage 1: rules and linear model" : "Rules, linear model, second stage");
      TwoStageJudge judge =
          new TwoStageJudge(inForce, StandardDetectors.model(), Optional.ofNullable(stage));
      List<ScoredRow> judged = judged(judge, Sources.read(sources).of(split));
      if (!judged.isEmpty()) {
        FigureTable.print(split, judged);
        if (thresholds) {
          Thresholds.print(judged);
        }
      }
      if (hateCheck.isPresent()) {
        HateCheck.print(hateCheck.get(), judge);
      }
      misses.ifPresent(of -> Misses.print(of, judged));
    }
  }

  private static List<ScoredRow> judged(TwoStageJudge judge, List<Corpus.Row> rows) {
    List<ScoredRow> judged = new ArrayList<>(rows.size());
    for (Corpus.Row row : rows) {
      judged.add(new ScoredRow(row, judge.judge(ScoredRow.asPosted(row))));
      if (judged.size() % PROGRESS_EVERY == 0) {
        System.err.printf("%d of %d%n", judged.size(), rows.size());
      }
    }
    return judged;
  }
}
