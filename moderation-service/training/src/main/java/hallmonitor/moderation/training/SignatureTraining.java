package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.signature.SignatureDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns what each feature of a signature is worth: {@code SignatureTraining FILE CORPUS-FOLDER...}
 * writes the weights into FILE. The same corpus always gives the same file.
 */
public final class SignatureTraining {
  /** Keeps the weight of a feature that few signatures show near 0. */
  private static final double RIDGE = 1e-3;

  /** A feature that fewer signatures have is left out. */
  private static final int LEAST = 3;

  /** A missed false signature counts as much as this many wrong ones that a person sees. */
  private static final double MISSED = 3;

  /** Log-odds, set by hand: the corpus contains no district's employees. */
  private static final double EMPLOYEE = 1.2;

  private static final String HEADER =
      """
      # What each feature of a signature adds to the log-odds that its author is somebody else. Learned from the corpus
      # by deploy/train (SignatureTraining), but for 'employee', which is set there by hand.
      """;

  private record Example(Set<String> features, boolean applies, double weight) {}

  private SignatureTraining() {}

  /**
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: SignatureTraining FILE CORPUS-FOLDER... [--public FILE.tsv]");
      System.exit(2);
    }
    Corpus corpus = Sources.read(List.of(args).subList(1, args.length));
    Files.writeString(Path.of(args[0]), learn(corpus.of(Split.TRAIN)), UTF_8);
  }

  /** Returns the content of the file of weights. */
  static String learn(List<Corpus.Row> rows) {
    List<Example> examples = examples(rows);
    List<String> features = features(examples);
    System.err.printf("Signatures: %d, features: %d%n", examples.size(), features.size());
    double[][] inputs = new double[examples.size()][];
    boolean[] applies = new boolean[inputs.length];
    double[] weights = new double[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      Example example = examples.get(i);
      inputs[i] =
          features.stream().mapToDouble(f -> example.features.contains(f) ? 1 : 0).toArray();
      applies[i] = example.applies;
      weights[i] = example.weight;
    }
    double[] fit = LogisticFit.fit(inputs, applies, weights, RIDGE);
    StringBuilder out = new StringBuilder(HEADER);
    line(out, "constant", fit[features.size()]);
    line(out, "employee", EMPLOYEE);
    for (int k = 0; k < features.size(); k++) {
      line(out, features.get(k), fit[k]);
    }
    return out.toString();
  }

  /** Returns every signature that names someone else; those of one row share its weight. */
  private static List<Example> examples(List<Corpus.Row> rows) {
    SignatureDetector detector = new SignatureDetector(LocalNames.NONE);
    List<Example> examples = new ArrayList<>();
    for (Corpus.Row row : rows) {
      if (row.knows(Category.FALSE_SIGNATURE)) {
        boolean applies = row.is(Category.FALSE_SIGNATURE);
        List<Set<String>> signatures = detector.features(row.comment());
        double weight = applies ? MISSED / signatures.size() : 1;
        signatures.forEach(features -> examples.add(new Example(features, applies, weight)));
      }
    }
    return examples;
  }

  private static List<String> features(List<Example> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    examples.forEach(e -> e.features.forEach(f -> counts.merge(f, 1, Integer::sum)));
    counts.values().removeIf(count -> count < LEAST);
    return List.copyOf(counts.keySet());
  }

  private static void line(StringBuilder out, String feature, double weight) {
    out.append(String.format(Locale.ROOT, "%s %.4f%n", feature, weight));
  }
}
