package hallmonitor.system.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long the Java files are: lines of code, without imports, comments and blank lines. */
class FileSizesTest {
  private static final int LONGEST = 250;
  private static final Pattern BLOCK_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  @Test
  void noFileOfTheProductIsSoLongThatItIsTwo() {
    Map<Path, Integer> main = sizes(Product.files(Product.mainSources()));
    Map<Path, Integer> tests = sizes(Product.files(Product.allSources()));
    tests.keySet().removeAll(main.keySet());

    int all = sum(main) + sum(tests);
    System.out.printf(
        "main files: %s; test files: %s; tests are %d %% of the lines%n",
        figures(main), figures(tests), Math.round(100.0 * sum(tests) / all));
    assertThat(main).hasSizeGreaterThan(1_000);
    assertThat(main).allSatisfy((file, lines) -> assertThat(lines).isLessThanOrEqualTo(LONGEST));
  }

  private static Map<Path, Integer> sizes(List<Path> files) {
    Map<Path, Integer> sizes = new TreeMap<>();
    files.forEach(file -> sizes.put(file, lines(file)));
    return sizes;
  }

  private static int lines(Path file) {
    try {
      String code = BLOCK_COMMENT.matcher(Files.readString(file)).replaceAll("");
      return (int)
          code.lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("//"))
              .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
              .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int sum(Map<Path, Integer> sizes) {
    return sizes.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String figures(Map<Path, Integer> sizes) {
    int[] sorted = sizes.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    return "%d, median %d, 90 %% up to %d, longest %d"
        .formatted(
            sorted.length,
            sorted[sorted.length / 2],
            sorted[sorted.length * 9 / 10],
            IntStream.of(sorted).max().orElse(0));
  }
}
