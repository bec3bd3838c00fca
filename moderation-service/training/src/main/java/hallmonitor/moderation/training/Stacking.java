package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits, on the held-out rows, how the linear model and the encoders combine, and which comments
 * each encoder scores. {@code Stacking FOLDER SOURCES...} writes {@code stack.txt} and {@code
 * routing.txt} into FOLDER's folder of each encoder, for the encoders on the class path.
 */
public final class Stacking {
  /** The files to write into one folder. */
  private record Written(StringBuilder stack, StringBuilder routing) {
    Written() {
      this(new StringBuilder("# category term weight\n"), new StringBuilder("# term weight\n"));
    }

    void into(Path folder) throws IOException {
      Files.writeString(folder.resolve("stack.txt"), stack, UTF_8);
      Files.writeString(folder.resolve("routing.txt"), routing, UTF_8);
    }
  }

  private final List<RowOpinion> opinions;
  private final List<String> models;
  private final List<String> labels;

  /** For each model. */
  private final List<Written> written;

  /** Probability of each row after all encoders, by category; 0 if its labels do not say. */
  private final Map<Category, double[]> best = new EnumMap<>(Category.class);

  private Stacking(List<RowOpinion> opinions, List<String> models, List<String> labels) {
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
      Stacking stacking = new Stacking(RowOpinion.of(stage, dev), stage.models(), stage.labels());
      Train.LEARNED.forEach(stacking::one);
      stacking.route();
      for (int i = 0; i < stage.models().size(); i++) {
        stacking.written.get(i).into(Path.of(args[0]).resolve(stage.models().get(i)));
      }
    }
  }

  private void one(Category category) {
    List<RowOpinion> known = opinions.stream().filter(o -> o.row().knows(category)).toList();
    double[] probabilities = {};
    for (int count = 1; count <= models.size(); count++) {
      probabilities = stacked(StackTrainingSet.of(category, known, count), count);
    }
    double[] all = new double[opinions.size()];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = opinions.get(i).row().knows(category) ? probabilities[next++] : 0;
    }
    best.put(category, all);
    System.err.printf("  %s%n", category.label());
  }

  /**
   * Returns the combined probabilities of the linear model and the first encoders.
   *
   * @param count of encoders
   */
  private double[] stacked(StackTrainingSet lesson, int count) {
    StringBuilder stack = written.get(count - 1).stack;
    Category category = lesson.category();
    List<String> terms = RowOpinion.terms(models.subList(0, count), labels);
    double[] fit = lesson.fit();
    for (int k = 0; k < terms.size(); k++) {
      line(stack, category, terms.get(k), fit[k]);
    }
    line(stack, category, "rule", fit[terms.size()]);
    line(stack, category, "constant", fit[fit.length - 1]);
    if (count == models.size()) {
      HideProof proof = HideProof.of(lesson);
      proof.alone().ifPresent(from -> line(stack, category, "proven", from));
      proof.besideRule().ifPresent(from -> line(stack, category, "proven-beside-rule", from));
    }
    return Arrays.stream(lesson.inputs())
        .mapToDouble(input -> LivePage.probability(LogisticFit.logOdds(fit, input)))
        .toArray();
  }

  private static void line(StringBuilder out, Category category, String term, double weight) {
    out.append(String.format(Locale.ROOT, "%s %s %.5f%n", category.label(), term, weight));
  }

  private void route() {
    for (int model = 0; model < models.size(); model++) {
      EncoderRouting routing = EncoderRouting.of(opinions, best, model);
      System.err.printf(
          Locale.ROOT,
          "  %s reads %.0f %% of the ordinary comments, and all but %.1f %% of the danger found%n",
          models.get(model),
          100 * EncoderRouting.READ[model],
          100 * routing.lost());
      StringBuilder out = written.get(model).routing;
      List<String> terms = RowOpinion.terms(models.subList(0, model), labels);
      for (int k = 0; k < terms.size(); k++) {
        line(out, terms.get(k), routing.fit()[k]);
      }
      line(out, "constant", routing.fit()[terms.size()]);
      line(out, "from", routing.from());
      line(out, "any", EncoderRouting.ANY[model]);
      line(out, "rule", EncoderRouting.RULE);
    }
  }

  private static void line(StringBuilder out, String term, double weight) {
    out.append(String.format(Locale.ROOT, "%s %.5f%n", term, weight));
  }
}
