package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Fits, on the held-out rows, how the linear model and the encoders combine, and which comments
 * each encoder scores. {@code Stacking FOLDER SOURCES...} writes {@code stack.txt} and {@code
 * routing.txt} into FOLDER's folder of each encoder, for the encoders on the class path.
 */
public final class Stacking {
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

  private final List<RowOpinion> opinions;
  private final List<String> models;
  private final List<String> labels;

  /** For each model. */
  private final List<Written> written;

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
      for (int i = 0; i < stage.models().size(); i++) {
        stacking.written.get(i).into(Path.of(args[0]).resolve(stage.models().get(i)));
      }
    }
  }

  private void one(Category category) {
    List<RowOpinion> known = opinions.stream().filter(o -> o.row().knows(category)).toList();
    // What is known of each row before each encoder, and at last after all of them.
    List<double[]> probabilities = new ArrayList<>();
    probabilities.add(
        known.stream()
            .mapToDouble(o -> o.linear().probability(o.linear().categories().indexOf(category)))
            .toArray());
    for (int count = 1; count <= models.size(); count++) {
      probabilities.add(stacked(StackLesson.of(category, known, count), count));
    }
    System.err.printf("  %s%n", category.label());
    List<Corpus.Row> rows = known.stream().map(RowOpinion::row).toList();
    double[] best = probabilities.get(models.size());
    for (int i = 0; i < models.size(); i++) {
      route(i, category, EncoderRouting.of(category, rows, probabilities.get(i), best, i));
    }
  }

  /**
   * Returns the combined probabilities of the linear model and the first encoders.
   *
   * @param count of encoders
   */
  private double[] stacked(StackLesson lesson, int count) {
    StringBuilder stack = written.get(count - 1).stack;
    Category category = lesson.category();
    List<String> terms = RowOpinion.terms(models.subList(0, count), labels);
    double[] fit = lesson.fit();
    for (int k = 0; k < terms.size(); k++) {
      line(stack, category, terms.get(k), fit[k]);
    }
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

  private void route(int model, Category category, EncoderRouting routing) {
    System.err.printf(
        Locale.ROOT,
        "    %s looks from %.4f on: at %.1f %% of what nothing is said against%n",
        models.get(model),
        routing.from(),
        100 * routing.harmless());
    written
        .get(model)
        .routing
        .append(
            String.format(
                Locale.ROOT,
                "%s %.4f 1 %.2f%n",
                category.label(),
                routing.from(),
                EncoderRouting.RULE));
  }
}
