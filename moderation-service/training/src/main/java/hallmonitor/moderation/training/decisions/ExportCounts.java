package hallmonitor.moderation.training.decisions;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.training.decisions.Labeling.Labeled;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts an export: what was written, and what was left out and why. */
final class ExportCounts {
  private final Map<String, Integer> languages = new TreeMap<>();
  private final Map<Category, Integer> categories = new EnumMap<>(Category.class);
  private final Map<ExportExemption, Integer> leftOut = new EnumMap<>(ExportExemption.class);
  private int harmless;
  private long undecided;

  void add(Labeled labeled) {
    if (labeled.leftOut().isPresent()) {
      leftOut.merge(labeled.leftOut().get(), 1, Integer::sum);
      return;
    }
    languages.merge(labeled.language(), 1, Integer::sum);
    labeled.labels().forEach(label -> categories.merge(label, 1, Integer::sum));
    harmless += labeled.labels().isEmpty() ? 1 : 0;
  }

  void undecided(long cases) {
    undecided = cases;
  }

  private int written() {
    return sum(languages);
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns counts without anything that people wrote. */
  String inOneLine() {
    return "%d comments, %d of them harmless; %d left out"
        .formatted(written(), harmless, sum(leftOut));
  }

  void print(PrintStream out, Path folder) {
    out.printf("%d comments on which people decided are in %s.%n", written(), folder);
    languages.forEach((language, n) -> out.printf("  %6d in %s/%n", n, language));
    out.printf("  %6d harmless%n", harmless);
    categories.forEach((category, n) -> out.printf("  %6d %s%n", n, category.label()));
    if (leftOut.isEmpty()) {
      out.println("No decided comment was left out.");
    } else {
      out.printf("Left out: %d.%n", sum(leftOut));
      out.print(
          leftOut.entrySet().stream()
              .map(e -> "  %6d %s%n".formatted(e.getValue(), e.getKey().words()))
              .collect(Collectors.joining()));
    }
    out.printf("%d cases wait for a person and are not in it.%n", undecided);
    if (written() > 0) {
      out.printf("Train with it: deploy/train --add %s%n", folder);
    }
  }
}
