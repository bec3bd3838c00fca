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
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Fits, on the held-out rows, how the linear model and the encoders combine, which comments the
 * scout scores, and which of those the encoder scores. {@code Stacking FOLDER SOURCES...} writes
 * {@code stack.txt} and {@code routing.txt} into the folders {@code scout} and {@code encoder} of
 * FOLDER, for the encoders on the class path.
 */
public final class Stacking {
  private static final double RIDGE = 1e-3;
  private static final int PROGRESS_EVERY = 1_000;

  /** A rule with at least this score sends a comment on. */
  private static final double RULE = 0.3;

  /**
   * Share of the rows found by the best model that the linear model may withhold from it, and the
   * same for the scout. Lower where a life may depend on it, since a look costs only milliseconds.
   */
  private static final double LOST = 0.03;

  private static final double LOST_OF_DANGER = 0.01;

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

  /** Encoder labels that are evidence for a category, including those of the public sets. */
  private static final Map<Category, List<String>> HEADS =
      Map.of(
          Category.PROFANITY, List.of("obscene", "school-profanity"),
          Category.THREAT, List.of("threat", "school-threat", "school-threat-report"),
          Category.THREAT_REPORT, List.of("school-threat-report", "school-threat"),
          Category.BULLYING, List.of("insult", "toxic", "school-bullying"),
          Category.HATE, List.of("identity", "school-hate"),
          Category.SEXUAL, List.of("sexual", "school-sexual"),
          Category.SELF_HARM, List.of("school-self-harm"),
          Category.ABUSE_DISCLOSURE, List.of("school-abuse-disclosure"),
          Category.CONFIDENTIAL, List.of("school-confidential"),
          Category.SPAM, List.of("spam", "school-spam"));

  private record Opinion(
      Corpus.Row row, List<Finding> rules, LinearScores linear, float[] scout, float[] encoder) {}

  /** A model whose logits are combined, with the name of its terms. */
  private record Looker(String name, Function<Opinion, float[]> of) {}

  private static final Looker SCOUT = new Looker("scout", Opinion::scout);
  private static final Looker ENCODER = new Looker("encoder", Opinion::encoder);

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
  private final List<String> labels;
  private final Written scout = new Written();
  private final Written encoder = new Written();

  private Stacking(List<Opinion> opinions, List<String> labels) {
    this.opinions = opinions;
    this.labels = labels;
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
    try (EncoderStage encoder = EncoderStage.shipped().orElseThrow()) {
      Stacking stacking = new Stacking(opinions(encoder, dev), encoder.labels());
      Train.LEARNT.forEach(stacking::one);
      Path folder = Path.of(args[0]);
      stacking.scout.into(folder.resolve("scout"));
      stacking.encoder.into(folder.resolve("encoder"));
    }
  }

  private static List<Opinion> opinions(EncoderStage encoder, List<Corpus.Row> rows) {
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
              encoder.scoutLogits(comment),
              encoder.logits(comment)));
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
    double[] quick = stacked(category, known, List.of(SCOUT), scout.stack);
    double[] best = stacked(category, known, List.of(SCOUT, ENCODER), encoder.stack);
    System.err.printf("  %s%n", category.label());
    from(category, known, linear, best, scout.routing);
    from(category, known, quick, best, encoder.routing);
  }

  /** Returns the combined probabilities of the linear model and the given models. */
  private double[] stacked(
      Category category, List<Opinion> known, List<Looker> lookers, StringBuilder stack) {
    List<String> terms = new ArrayList<>(List.of("linear", "rule"));
    lookers.forEach(l -> heads(category).forEach(head -> terms.add(l.name + ":" + head)));
    double[][] inputs = new double[known.size()][];
    boolean[] applies = new boolean[known.size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = inputs(category, known.get(i), lookers);
      applies[i] = known.get(i).row.is(category);
    }
    double[] fit = LogisticFit.fit(inputs, applies, weights(known, category, LESSON), RIDGE);
    fit = LivePage.fit(fit, inputs, applies, weights(known, category, LIVE));
    for (int k = 0; k < terms.size(); k++) {
      line(stack, category, terms.get(k), fit[k]);
    }
    line(stack, category, "constant", fit[fit.length - 1]);
    double[] sums = new double[inputs.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = LogisticFit.logOdds(fit, inputs[i]);
    }
    if (lookers.contains(ENCODER) && MAY_HIDE.contains(category)) {
      LivePage.proven(sums, applies, weights(known, category, LIVE))
          .ifPresent(from -> line(stack, category, "proven", LivePage.probability(from)));
    }
    return Arrays.stream(sums).map(LivePage::probability).toArray();
  }

  private static double[] weights(List<Opinion> known, Category category, Weights.Mixture mixture) {
    return Weights.of(known, Opinion::row, category, mixture);
  }

  private static List<String> heads(Category category) {
    return HEADS.getOrDefault(category, List.of());
  }

  private double[] inputs(Category category, Opinion opinion, List<Looker> lookers) {
    DoubleStream linear =
        DoubleStream.of(
            opinion.linear.raw(opinion.linear.categories().indexOf(category)),
            Finding.strongest(opinion.rules, category));
    DoubleStream looked =
        lookers.stream()
            .flatMapToDouble(
                looker ->
                    heads(category).stream()
                        .mapToDouble(head -> looker.of.apply(opinion)[labels.indexOf(head)]));
    return DoubleStream.concat(linear, looked).toArray();
  }

  private static void line(StringBuilder out, Category category, String term, double weight) {
    out.append(String.format(Locale.ROOT, "%s %s %.5f%n", category.label(), term, weight));
  }

  /**
   * Chooses the probability from which a comment goes on to a better model.
   *
   * @param before probability of each row before that model
   * @param best probability from the best model
   */
  private static void from(
      Category category,
      List<Opinion> known,
      double[] before,
      double[] best,
      StringBuilder routing) {
    double[] found =
        IntStream.range(0, best.length)
            .filter(i -> best[i] >= FOUND && known.get(i).row.is(category))
            .filter(i -> known.get(i).row.isOwn())
            .mapToDouble(i -> before[i])
            .sorted()
            .toArray();
    double lost = DANGER.contains(category) ? LOST_OF_DANGER : LOST;
    double from = found.length == 0 ? 1 : found[(int) (found.length * lost)];
    double[] harmless =
        IntStream.range(0, best.length)
            .filter(i -> known.get(i).row.labels().isEmpty())
            .mapToDouble(i -> before[i])
            .toArray();
    System.err.printf(
        Locale.ROOT,
        "    looked at from %.4f on: %.1f %% of what nothing is said against%n",
        from,
        100.0 * Arrays.stream(harmless).filter(p -> p >= from).count() / harmless.length);
    routing.append(String.format(Locale.ROOT, "%s %.4f 1 %.2f%n", category.label(), from, RULE));
  }
}
