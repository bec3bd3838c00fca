package hallmonitor.moderation.training;

import static hallmonitor.moderation.training.Weights.Mixture.LESSON;
import static hallmonitor.moderation.training.Weights.Mixture.LIVE;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Fits, on the held-out rows, how the linear model and the encoders combine, and which comments
 * each encoder scores. {@code Stacking FOLDER SOURCES...} writes {@code stack.txt} and {@code
 * routing.txt} into FOLDER's folder of each encoder, for the encoders on the class path.
 */
public final class Stacking {
  /**
   * Many inputs say nearly the same. On {@code dev}, in five folds by group, a fifth and four times
   * as much found about as many.
   */
  private static final double RIDGE = 5e-3;

  private static final int FOLDS = 5;

  /** The model that reads what the scout does not clear. */
  private static final int FIRST_ENCODER = 1;

  private static final int PROGRESS_EVERY = 1_000;

  /** A rule with at least this score is firm. */
  private static final double FIRM = 0.8;

  /** A rule with at least this score sends a comment on. */
  private static final double RULE = 0.3;

  /**
   * Share of the rows found by the best model that the linear model may withhold from it, and the
   * same for the scout. Lower where a life may depend on it, since a look costs only milliseconds.
   */
  private static final double LOST = 0.03;

  private static final double LOST_OF_DANGER = 0.01;

  /**
   * How much surer than that the scout must be before a comment goes on to the encoders, which take
   * most of the time. On {@code dev} three times halves the ordinary comments that they read, and
   * the share of danger that is found at 1 to 4 false alarms in 1,000 falls by .03 at most.
   */
  private static final double DEARER = 3;

  private static final Set<Category> DANGER =
      EnumSet.of(
          Category.THREAT, Category.THREAT_REPORT, Category.SELF_HARM, Category.ABUSE_DISCLOSURE);

  /**
   * Where a model may hide: danger, attacks on an identity, sexual material, private facts and
   * advertising. Never personal attacks, which are too near to criticism, and not profanity, where
   * the policy names the word.
   */
  private static final Set<Category> MAY_HIDE =
      EnumSet.of(
          Category.THREAT,
          Category.SELF_HARM,
          Category.ABUSE_DISCLOSURE,
          Category.HATE,
          Category.SEXUAL,
          Category.CONFIDENTIAL,
          Category.SPAM);

  /**
   * Lowest stacked probability at which a row counts as found: faint, but worth a person's look.
   */
  private static final double FOUND = 0.05;

  /**
   * What is known of a row.
   *
   * @param encoders logits of each encoder, from the fastest to the best
   */
  private record Opinion(
      Corpus.Row row, List<Finding> rules, LinearScores linear, List<float[]> encoders) {}

  /** The files to write into one folder. */
  private record Written(StringBuilder stack, StringBuilder routing) {
    Written() {
      this(
          new StringBuilder("# category term weight\n"),
          new StringBuilder("# category from to rule\n"));
    }

    void into(Path folder) throws IOException {
      Files.writeString(folder.resolve("stack.txt"), stack, UTF_8);
      Files.writeString(folder.resolve("routing.txt"), routing, UTF_8);
    }
  }

  private final List<Opinion> opinions;
  private final List<String> models;
  private final List<String> labels;

  /** For each model. */
  private final List<Written> written;

  private Stacking(List<Opinion> opinions, List<String> models, List<String> labels) {
    this.opinions = opinions;
    this.models = models;
    this.labels = labels;
    this.written = models.stream().map(model -> new Written()).toList();
  }

  /**
   * Runs the command.
   *
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: Stacking FOLDER CORPUS-FOLDER... [--public FILE.tsv]");
      System.exit(2);
    }
    List<Corpus.Row> dev = Sources.read(List.of(args).subList(1, args.length)).of(Split.DEV);
    try (EncoderStage stage = EncoderStage.shipped().orElseThrow()) {
      Stacking stacking = new Stacking(opinions(stage, dev), stage.models(), stage.labels());
      Train.LEARNED.forEach(stacking::one);
      for (int i = 0; i < stage.models().size(); i++) {
        stacking.written.get(i).into(Path.of(args[0]).resolve(stage.models().get(i)));
      }
    }
  }

  private static List<Opinion> opinions(EncoderStage stage, List<Corpus.Row> rows) {
    ModelDetector linear = StandardDetectors.model();
    RuleFindings rules = new RuleFindings();
    List<Opinion> opinions = new ArrayList<>(rows.size());
    for (Corpus.Row row : rows) {
      Comment comment = row.comment();
      opinions.add(
          new Opinion(
              row,
              rules.of(comment),
              linear.linear(comment),
              IntStream.range(0, stage.models().size())
                  .mapToObj(model -> stage.logits(model, comment))
                  .toList()));
      if (opinions.size() % PROGRESS_EVERY == 0) {
        System.err.printf("Second stage: %d of %d%n", opinions.size(), rows.size());
      }
    }
    return opinions;
  }

  private void one(Category category) {
    List<Opinion> known = opinions.stream().filter(o -> o.row.knows(category)).toList();
    double[] linear =
        known.stream()
            .mapToDouble(o -> o.linear.probability(o.linear.categories().indexOf(category)))
            .toArray();
    List<double[]> after = new ArrayList<>();
    for (int count = 1; count <= models.size(); count++) {
      after.add(stacked(category, known, count));
    }
    double[] best = after.get(after.size() - 1);
    System.err.printf("  %s%n", category.label());
    for (int i = 0; i < models.size(); i++) {
      from(category, known, i == 0 ? linear : after.get(i - 1), best, i);
    }
  }

  /**
   * Returns the combined probabilities of the linear model and the first encoders.
   *
   * @param count of encoders
   */
  private double[] stacked(Category category, List<Opinion> known, int count) {
    StringBuilder stack = written.get(count - 1).stack;
    List<String> terms = terms(count);
    double[][] inputs = new double[known.size()][];
    boolean[] applies = new boolean[known.size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = inputs(category, known.get(i), count);
      applies[i] = known.get(i).row.is(category);
    }
    double[] fit = fit(category, known, inputs, applies);
    for (int k = 0; k < terms.size(); k++) {
      line(stack, category, terms.get(k), fit[k]);
    }
    line(stack, category, "constant", fit[fit.length - 1]);
    if (count == models.size() && MAY_HIDE.contains(category)) {
      proven(category, known, inputs, applies, stack);
    }
    return Arrays.stream(inputs)
        .mapToDouble(input -> LivePage.probability(LogisticFit.logOdds(fit, input)))
        .toArray();
  }

  private static double[] fit(
      Category category, List<Opinion> known, double[][] inputs, boolean[] applies) {
    double[] fit =
        LogisticFit.fitOfEqualSpread(inputs, applies, weights(known, category, LESSON), RIDGE);
    return LivePage.fit(fit, inputs, applies, weights(known, category, LIVE));
  }

  /**
   * Writes from where on a model may hide. What it has proven, it must have proven on rows that its
   * fit has not seen.
   */
  private static void proven(
      Category category,
      List<Opinion> known,
      double[][] inputs,
      boolean[] applies,
      StringBuilder stack) {
    double[] sums = new double[inputs.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      int[] others =
          IntStream.range(0, inputs.length).filter(i -> fold(known.get(i)) != left).toArray();
      boolean[] othersApply = new boolean[others.length];
      for (int i = 0; i < others.length; i++) {
        othersApply[i] = applies[others[i]];
      }
      double[] fit =
          fit(
              category,
              Arrays.stream(others).mapToObj(known::get).toList(),
              Arrays.stream(others).mapToObj(i -> inputs[i]).toArray(double[][]::new),
              othersApply);
      IntStream.range(0, inputs.length)
          .filter(i -> fold(known.get(i)) == left)
          .forEach(i -> sums[i] = LogisticFit.logOdds(fit, inputs[i]));
    }
    double[] weights = weights(known, category, LIVE);
    boolean[] foreign = new boolean[sums.length];
    for (int i = 0; i < sums.length; i++) {
      Corpus.Row row = known.get(i).row;
      boolean isHarm = !row.labels().isEmpty();
      foreign[i] = !row.isOwn() && !isHarm;
      if (!row.isOwn() || (isHarm && !applies[i])) {
        weights[i] = 0; // no page of a school, or hidden for another reason
      }
    }
    double quiet = LivePage.seldom(sums, foreign);
    LivePage.proven(sums, applies, weights)
        .ifPresent(
            from -> line(stack, category, "proven", LivePage.probability(Math.max(from, quiet))));
    int[] spoken =
        IntStream.range(0, sums.length)
            .filter(i -> isSpokenOf(Finding.strongest(known.get(i).rules, category)))
            .toArray();
    LivePage.proven(sums, applies, weights, spoken)
        .ifPresent(from -> line(stack, category, "proven-beside-rule", LivePage.probability(from)));
  }

  /** Rows of one group resemble each other, so they are in one fold. */
  private static int fold(Opinion opinion) {
    return Math.floorMod(opinion.row.group().hashCode(), FOLDS);
  }

  /** Whether a rule found the category without being firm, which hides with less of the model. */
  private static boolean isSpokenOf(double rule) {
    return rule > 0 && rule < FIRM;
  }

  private static double[] weights(List<Opinion> known, Category category, Weights.Mixture mixture) {
    return Weights.of(known, Opinion::row, category, mixture);
  }

  private List<String> terms(int count) {
    List<String> terms = new ArrayList<>();
    Train.LEARNED.forEach(category -> terms.add("linear:" + category.label()));
    terms.add("rule");
    models
        .subList(0, count)
        .forEach(model -> labels.forEach(label -> terms.add(model + ":" + label)));
    return terms;
  }

  /** Returns what all models say of all categories, and what the rules say of this one. */
  private static double[] inputs(Category category, Opinion opinion, int count) {
    LinearScores linear = opinion.linear;
    DoubleStream first =
        Train.LEARNED.stream().mapToDouble(of -> linear.raw(linear.categories().indexOf(of)));
    DoubleStream rule = DoubleStream.of(Finding.strongest(opinion.rules, category));
    DoubleStream looked =
        opinion.encoders.subList(0, count).stream()
            .flatMapToDouble(
                logits -> IntStream.range(0, logits.length).mapToDouble(k -> logits[k]));
    return DoubleStream.concat(DoubleStream.concat(first, rule), looked).toArray();
  }

  private static void line(StringBuilder out, Category category, String term, double weight) {
    out.append(String.format(Locale.ROOT, "%s %s %.5f%n", category.label(), term, weight));
  }

  /**
   * Chooses the probability from which a comment goes on to a better model.
   *
   * @param before probability of each row before that model
   * @param best probability after all models
   * @param model its index
   */
  private void from(
      Category category, List<Opinion> known, double[] before, double[] best, int model) {
    double[] found =
        IntStream.range(0, best.length)
            .filter(i -> best[i] >= FOUND && known.get(i).row.is(category))
            .filter(i -> known.get(i).row.isOwn())
            .mapToDouble(i -> before[i])
            .sorted()
            .toArray();
    double lost = DANGER.contains(category) ? LOST_OF_DANGER : LOST;
    double kept = found.length == 0 ? 1 : found[(int) (found.length * lost)];
    double from = Math.min(1, model == FIRST_ENCODER ? kept * DEARER : kept);
    double[] harmless =
        IntStream.range(0, best.length)
            .filter(i -> known.get(i).row.labels().isEmpty())
            .mapToDouble(i -> before[i])
            .toArray();
    System.err.printf(
        Locale.ROOT,
        "    %s looks from %.4f on: at %.1f %% of what nothing is said against%n",
        models.get(model),
        from,
        100.0 * Arrays.stream(harmless).filter(p -> p >= from).count() / harmless.length);
    written
        .get(model)
        .routing
        .append(String.format(Locale.ROOT, "%s %.4f 1 %.2f%n", category.label(), from, RULE));
  }
}
