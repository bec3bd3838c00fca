package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether newly trained models are as good as the shipped ones, and whether they keep to
 * the budgets of an ordinary day under the shipped policy. {@code Scorecard write FILE SOURCES...}
 * measures the models on the class path on the held-out rows. {@code Scorecard compare OLD NEW}
 * prints reasons and exits with 1 if the new ones are worse.
 */
public final class Scorecard {
  /** A mean that drops by more is worse. */
  private static final double MEAN_LOSS = 0.005;

  /** A single category that drops by more is worse, no matter what the others do. */
  private static final double ONE_LOSS = 0.05;

  /** Begins the lines about an ordinary day: {@code ordinary/LANGUAGE/BUDGET VALUE}. */
  private static final String ALARMS = "ordinary/";

  private static final List<String> LANGUAGES = List.of("en", "es");

  private Scorecard() {}

  /**
   * Runs the command.
   *
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length >= 3 && args[0].equals("write")) {
      List<Corpus.Row> dev = Sources.read(List.of(args).subList(2, args.length)).of(Split.DEV);
      List<String> lines = new ArrayList<>(measure(dev));
      lines.addAll(alarms(dev, new PolicyOption().read()));
      Files.write(Path.of(args[1]), lines);
    } else if (args.length == 3 && args[0].equals("compare")) {
      List<String> worse =
          worse(Files.readAllLines(Path.of(args[1])), Files.readAllLines(Path.of(args[2])));
      worse.forEach(System.err::println);
      System.exit(worse.isEmpty() ? 0 : 1);
    } else {
      System.err.println("usage: Scorecard write FILE SOURCES... | Scorecard compare OLD NEW");
      System.exit(2);
    }
  }

  /**
   * Returns lines of {@code name value}: average precision by category, for own and public rows.
   */
  static List<String> measure(List<Corpus.Row> dev) {
    List<String> lines = new ArrayList<>();
    try (EncoderStage stage = EncoderStage.shipped().orElse(null)) {
      ModelDetector linear = StandardDetectors.model();
      ModelDetector model = Optional.ofNullable(stage).map(linear::followedBy).orElse(linear);
      List<Finding> none = List.of();
      List<Map<Category, Double>> scores =
          dev.stream().map(row -> model.scores(row.comment(), none)).toList();
      for (boolean own : new boolean[] {true, false}) {
        for (Category category : Train.LEARNED) {
          line(dev, scores, own, category).ifPresent(lines::add);
        }
      }
    }
    return lines;
  }

  /**
   * Returns lines of {@code name value}: how many of 1,000 ordinary comments meet each outcome of
   * the policy, by language.
   */
  static List<String> alarms(List<Corpus.Row> dev, Policy policy) {
    List<String> lines = new ArrayList<>();
    try (EncoderStage stage = EncoderStage.shipped().orElse(null)) {
      TwoStageJudge judge =
          new TwoStageJudge(policy, StandardDetectors.model(), Optional.ofNullable(stage));
      List<ScoredRow> ordinary =
          dev.stream()
              .filter(Corpus.Row::isOrdinary)
              .map(row -> new ScoredRow(row, judge.judge(row.comment())))
              .toList();
      for (String language : LANGUAGES) {
        List<ScoredRow> rows = OrdinaryDay.rows(ordinary, language);
        for (OrdinaryDay.Budget budget : OrdinaryDay.Budget.values()) {
          if (!rows.isEmpty()) {
            String name = ALARMS + language + "/" + budget;
            lines.add(String.format(Locale.ROOT, "%s %.1f", name, budget.of(rows)));
          }
        }
      }
    }
    return lines;
  }

  /** Returns a sentence for each line of {@link #alarms} that exceeds its budget. */
  private static List<String> overBudget(List<String> lines) {
    List<String> over = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(ALARMS)) {
        String[] parts = line.split("[/ ]");
        OrdinaryDay.Budget budget = OrdinaryDay.Budget.valueOf(parts[2]);
        double most = budget.most(parts[1]);
        if (Double.parseDouble(parts[3]) > most) {
          over.add(
              String.format(
                  Locale.ROOT,
                  "Of 1,000 ordinary comments (%s), %s are %s; the budget is %.1f.",
                  parts[1],
                  parts[3],
                  budget.words(),
                  most));
        }
      }
    }
    return over;
  }

  private static Optional<String> line(
      List<Corpus.Row> dev, List<Map<Category, Double>> scores, boolean own, Category category) {
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < dev.size(); i++) {
      if (dev.get(i).isOwn() == own && dev.get(i).knows(category)) {
        known.add(i);
      }
    }
    double[] score = known.stream().mapToDouble(i -> scores.get(i).get(category)).toArray();
    boolean[] applies = new boolean[score.length];
    int yes = 0;
    for (int i = 0; i < applies.length; i++) {
      applies[i] = dev.get(known.get(i)).is(category);
      yes += applies[i] ? 1 : 0;
    }
    return yes < 10
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s/%s %.4f",
                own ? "own" : "public",
                category.label(),
                Measures.averagePrecision(score, applies)));
  }

  /** Returns one sentence for each measure that is worse in the second list; empty if none is. */
  static List<String> worse(List<String> before, List<String> after) {
    List<String> worse = new ArrayList<>(overBudget(after));
    List<String> ranked = before.stream().filter(line -> !line.startsWith(ALARMS)).toList();
    double mean = 0;
    for (String line : ranked) {
      String[] old = line.split(" ");
      Optional<Double> next =
          after.stream()
              .filter(l -> l.startsWith(old[0] + " "))
              .map(l -> Double.parseDouble(l.split(" ")[1]))
              .findFirst();
      if (next.isEmpty()) {
        worse.add(old[0] + ": the new models were not measured on it.");
        continue;
      }
      double change = next.get() - Double.parseDouble(old[1]);
      mean += change / ranked.size();
      if (change < -ONE_LOSS) {
        worse.add(
            String.format(
                Locale.ROOT,
                "%s: average precision fell from %s to %.4f.",
                old[0],
                old[1],
                next.get()));
      }
    }
    if (mean < -MEAN_LOSS) {
      worse.add(String.format(Locale.ROOT, "Average precision fell by %.4f in the mean.", -mean));
    }
    return worse;
  }
}
