package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
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

/**
 * Decides on the rows kept aside what the linear model's and the encoder's opinions weigh together,
 * and which comments are worth the encoder's look: {@code Stacking FOLDER SOURCES...} writes {@code
 * stack.txt} and {@code routing.txt} into the folder of the encoder on the class path.
 */
public final class Stacking {
  private static final double RIDGE = 1e-3;
  private static final int PROGRESS_EVERY = 1_000;

  /** A rule that says at least so much sends a comment to the second stage. */
  private static final double RULE = 0.3;

  /**
   * Of the rows that the stack finds, so many may be kept from it by the linear model. Where a life
   * may hang on it, fewer: a second look costs milliseconds.
   */
  private static final double LOST = 0.05;

  private static final double LOST_OF_DANGER = 0.01;

  private static final Set<Category> DANGER =
      EnumSet.of(
          Category.THREAT, Category.THREAT_REPORT, Category.SELF_HARM, Category.ABUSE_DISCLOSURE);

  /** What the stack must say for a row to count as found. */
  private static final double FOUND = 0.3;

  /** The encoder's labels that speak about a category; the public sets' names among them. */
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

  private record Opinion(Corpus.Row row, LinearScores linear, float[] logits) {}

  private Stacking() {}

  /**
   * @throws IOException when a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: Stacking FOLDER CORPUS-FOLDER... [--public FILE.tsv]");
      System.exit(2);
    }
    List<Corpus.Row> dev = Sources.read(List.of(args).subList(1, args.length)).of(Split.DEV);
    try (EncoderStage encoder = EncoderStage.shipped().orElseThrow()) {
      List<Opinion> opinions = opinions(encoder, dev);
      StringBuilder stack = new StringBuilder("# category term weight\n");
      StringBuilder routing = new StringBuilder("# category from to rule\n");
      for (Category category : Train.LEARNT) {
        one(category, opinions, encoder.labels(), stack, routing);
      }
      Path folder = Path.of(args[0]);
      Files.writeString(folder.resolve("stack.txt"), stack, UTF_8);
      Files.writeString(folder.resolve("routing.txt"), routing, UTF_8);
    }
  }

  private static List<Opinion> opinions(EncoderStage encoder, List<Corpus.Row> rows) {
    ModelDetector linear = StandardDetectors.model();
    List<Opinion> opinions = new ArrayList<>(rows.size());
    for (Corpus.Row row : rows) {
      opinions.add(new Opinion(row, linear.linear(row.comment()), encoder.logits(row.comment())));
      if (opinions.size() % PROGRESS_EVERY == 0) {
        System.err.printf("Second stage: %d of %d%n", opinions.size(), rows.size());
      }
    }
    return opinions;
  }

  private static void one(
      Category category,
      List<Opinion> opinions,
      List<String> labels,
      StringBuilder stack,
      StringBuilder routing) {
    List<Opinion> known = opinions.stream().filter(o -> o.row.knows(category)).toList();
    List<String> heads = HEADS.get(category);
    double[][] inputs = new double[known.size()][heads.size() + 1];
    boolean[] applies = new boolean[known.size()];
    for (int i = 0; i < inputs.length; i++) {
      Opinion opinion = known.get(i);
      inputs[i][0] = opinion.linear.raw(opinion.linear.categories().indexOf(category));
      for (int k = 0; k < heads.size(); k++) {
        inputs[i][k + 1] = opinion.logits[labels.indexOf(heads.get(k))];
      }
      applies[i] = opinion.row.is(category);
    }
    double[] weights = Weights.of(known, Opinion::row, category);
    double[] fit = LogisticFit.fit(inputs, applies, weights, RIDGE);
    line(stack, category, "linear", fit[0]);
    for (int k = 0; k < heads.size(); k++) {
      line(stack, category, "encoder:" + heads.get(k), fit[k + 1]);
    }
    line(stack, category, "constant", fit[fit.length - 1]);
    double from = from(category, known, inputs, applies, fit);
    routing.append(String.format(Locale.ROOT, "%s %.4f 1 %.2f%n", category.label(), from, RULE));
  }

  private static void line(StringBuilder out, Category category, String term, double weight) {
    out.append(String.format(Locale.ROOT, "%s %s %.5f%n", category.label(), term, weight));
  }

  private static double from(
      Category category, List<Opinion> known, double[][] inputs, boolean[] applies, double[] fit) {
    double[] linear = new double[known.size()];
    int found = 0;
    int harmless = 0;
    int routed = 0;
    for (int i = 0; i < linear.length; i++) {
      boolean stackFinds = 1 / (1 + Math.exp(-LogisticFit.logOdds(fit, inputs[i]))) >= FOUND;
      if (applies[i] && stackFinds && known.get(i).row.isOwn()) {
        linear[found++] = probability(category, known.get(i));
      }
    }
    Arrays.sort(linear, 0, found);
    double from =
        found == 0
            ? 1
            : linear[(int) (found * (DANGER.contains(category) ? LOST_OF_DANGER : LOST))];
    for (Opinion opinion : known) {
      if (opinion.row.labels().isEmpty()) {
        harmless++;
        routed += probability(category, opinion) >= from ? 1 : 0;
      }
    }
    System.err.printf(
        Locale.ROOT,
        "  %-17s looked at from %.4f on: %.1f %% of what nothing is said against%n",
        category.label(),
        from,
        100.0 * routed / Math.max(1, harmless));
    return from;
  }

  private static double probability(Category category, Opinion opinion) {
    return opinion.linear.probability(opinion.linear.categories().indexOf(category));
  }
}
