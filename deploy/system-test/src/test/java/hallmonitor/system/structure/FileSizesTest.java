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
import org.junit.jupiter.api.Test;

/** How long the Java files are: lines of code, without imports, comments and blank lines. */
class FileSizesTest {
  private static final int LONGEST = 250;
  private static final Pattern BLOCK_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  private final Map<Path, Integer> main = sizes(Product.files(Product.mainSources()));
  private final Map<Path, Integer> tests = sizes(Product.files(Product.testSources()));

  @Test
  void noFileOfTheProductIsSoLongThatItIsTwo() {
    assertThat(main).hasSizeGreaterThan(1_000);
    assertThat(main).allSatisfy((file, lines) -> assertThat(lines).isLessThanOrEqualTo(LONGEST));
  }

  @Test
  void mostFilesAreReadAtAGlance() {
    assertThat(quantile(main, 50)).as("median").isLessThanOrEqualTo(45);
    assertThat(quantile(main, 90)).as("90 % of the files").isLessThanOrEqualTo(130);
  }

  /** Stand-ins are what tests test against, although the practice town shows some to people. */
  @Test
  void aboutHalfOfTheCodeIsTests() {
    int all = sum(main) + sum(tests);
    int standIns = sum(sizes(Product.files(Product.mainSourcesOf("deploy/stand-ins"))));

    assertThat(100 * (sum(tests) + standIns) / all).as("percent of the lines").isBetween(40, 60);
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

  /** The length up to which this share of the files goes, in percent. */
  private static int quantile(Map<Path, Integer> sizes, int percent) {
    int[] sorted = sizes.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    return sorted[sorted.length * percent / 100];
  }
}
