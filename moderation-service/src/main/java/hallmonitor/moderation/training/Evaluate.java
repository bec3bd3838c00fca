package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.StandardDetectors;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.policy.Outcome;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Measures the shipped judgement on the corpus: {@code Evaluate CORPUS-FOLDER POLICY-FILE
 * [train|test] [misses]}. A category counts as seen when a clause that names it holds.
 */
public final class Evaluate {
  private record Judged(Corpus.Row row, Verdict verdict) {
    boolean sees(Category category) {
      return verdict.hits().stream()
          .flatMap(hit -> hit.findings().stream())
          .anyMatch(f -> f.category() == category);
    }
  }

  private Evaluate() {}

  /**
   * @throws IOException when corpus or policy cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "usage: Evaluate CORPUS-FOLDER POLICY-FILE [train|test] [misses]");
    }
    boolean test = args.length < 3 || args[2].equals("test");
    Policy policy = PolicyFile.read(Files.readString(Path.of(args[1]), UTF_8));
    List<Judged> judged = judge(Corpus.read(Path.of(args[0])), test, policy);
    System.out.printf("%d comments of the %s split%n", judged.size(), test ? "test" : "train");
    System.out.printf(
        "%-18s %-3s %5s %9s %7s %9s%n", "category", "", "rows", "precision", "recall", "acted on");
    for (Category category : Category.judged()) {
      for (String language : new TreeSet<>(judged.stream().map(j -> j.row.language()).toList())) {
        line(category, language, judged);
      }
    }
    harmless(judged);
    if (args.length > 3) {
      misses(judged);
    }
  }

  private static List<Judged> judge(Corpus corpus, boolean test, Policy policy) {
    corpus.problems().forEach(problem -> System.err.println("left out: " + problem));
    Detectors detectors = StandardDetectors.of(LocalNames.NONE, model());
    List<Judged> judged = new ArrayList<>();
    for (Corpus.Row row : corpus.rows()) {
      if (row.test() == test) {
        String kind = row.labels().contains(Category.UNSIGNED) ? "classroom" : "school";
        judged.add(new Judged(row, policy.judge(detectors.detect(row.comment()), kind)));
      }
    }
    return judged;
  }

  private static ModelDetector model() {
    ModelDetector linear = StandardDetectors.model();
    return EncoderStage.shipped().map(linear::followedBy).orElse(linear);
  }

  private static void line(Category category, String language, List<Judged> judged) {
    List<Judged> of = judged.stream().filter(j -> j.row.language().equals(language)).toList();
    long seen = of.stream().filter(j -> j.sees(category)).count();
    long labelled = of.stream().filter(j -> j.row.labels().contains(category)).count();
    long both =
        of.stream().filter(j -> j.row.labels().contains(category) && j.sees(category)).count();
    long acted =
        of.stream()
            .filter(j -> j.row.labels().contains(category))
            .filter(j -> j.verdict.outcome().compareTo(Outcome.HIDE) >= 0)
            .count();
    System.out.printf(
        Locale.ROOT,
        "%-18s %-3s %5d %9s %7s %9s%n",
        category.label(),
        language,
        labelled,
        ratio(both, seen),
        ratio(both, labelled),
        ratio(acted, labelled));
  }

  private static String ratio(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) part / whole);
  }

  private static void harmless(List<Judged> judged) {
    List<Judged> harmless = judged.stream().filter(j -> j.row.labels().isEmpty()).toList();
    for (Outcome outcome : Outcome.values()) {
      long n = harmless.stream().filter(j -> j.verdict.outcome() == outcome).count();
      System.out.printf("harmless: %-9s %5d of %d%n", outcome, n, harmless.size());
    }
    long hidden = harmless.stream().filter(j -> j.verdict.hides()).count();
    System.out.printf("harmless and hidden: %d of %d%n", hidden, harmless.size());
  }

  private static void misses(List<Judged> judged) {
    for (Judged j : judged) {
      boolean harmless = j.row.labels().isEmpty();
      boolean wrong =
          harmless
              ? j.verdict.outcome() != Outcome.ALLOW
              : j.row.labels().stream().anyMatch(c -> !j.sees(c));
      if (wrong) {
        System.out.println(
            j.row.id()
                + " "
                + j.row.labels()
                + " -> "
                + j.verdict.outcome()
                + ": "
                + j.row.comment().text());
        j.verdict
            .findings()
            .forEach(
                f ->
                    System.out.printf(
                        "    %s %.2f %s %s%n",
                        f.category(),
                        f.score(),
                        f.detector(),
                        f.spans().stream().map(s -> s.of(j.row.comment().text())).toList()));
      }
    }
  }
}
