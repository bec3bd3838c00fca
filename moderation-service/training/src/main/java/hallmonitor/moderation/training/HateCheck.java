package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Evaluates a file in HateCheck's format (Röttger et al. 2021; columns functionality, test_case,
 * label_gold of "hateful" or "non-hateful"). Prints for each functionality how many cases are
 * judged correctly. A case counts as hateful if a clause that names hate holds.
 */
final class HateCheck {
  private static final class Count {
    private long right;
    private long all;
  }

  private HateCheck() {}

  static void print(Path file, TwoStageJudge judge) throws IOException {
    Map<String, Count> functions = new TreeMap<>();
    long[][] table = new long[2][2];
    try (Reader in = Files.newBufferedReader(file, UTF_8);
        MappingIterator<Map<String, String>> cases =
            new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
      while (cases.hasNextValue()) {
        Map<String, String> line = cases.nextValue();
        String text = line.get("test_case");
        String gold = line.get("label_gold");
        if (text == null || gold == null) {
          throw new IllegalArgumentException(
              file + " needs the columns functionality, test_case and label_gold");
        }
        boolean hateful = gold.equals("hateful");
        Comment comment = Comment.of(text, "", "", Optional.empty(), "school");
        boolean found =
            judge.judge(comment).verdict().hits().stream()
                .flatMap(hit -> hit.findings().stream())
                .anyMatch(f -> f.category() == Category.HATE);
        table[hateful ? 1 : 0][found ? 1 : 0]++;
        String name = (hateful ? "+ " : "- ") + line.getOrDefault("functionality", "");
        Count count = functions.computeIfAbsent(name, n -> new Count());
        count.all++;
        count.right += hateful == found ? 1 : 0;
      }
    }
    System.out.printf("%n%s (+ hateful, - not)%n", file.getFileName());
    functions.forEach(
        (name, c) -> System.out.printf("  %-40s %s%n", name, Measures.share(c.right, c.all)));
    long right = table[0][0] + table[1][1];
    long all = right + table[0][1] + table[1][0];
    System.out.printf("  %-40s %s%n", "accuracy", Measures.share(right, all));
    System.out.printf(
        "  %-40s %.3f%n",
        "macro-F1",
        (f1(table[1][1], table[0][1], table[1][0]) + f1(table[0][0], table[1][0], table[0][1]))
            / 2);
    System.out.printf(
        "  %-40s %s%n",
        "not hateful, right", Measures.share(table[0][0], table[0][0] + table[0][1]));
  }

  private static double f1(long right, long falsely, long missed) {
    return 2.0 * right / Math.max(1, 2 * right + falsely + missed);
  }
}
