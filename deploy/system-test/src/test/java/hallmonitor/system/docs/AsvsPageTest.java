package hallmonitor.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages about security name what exists, and count right. */
class AsvsPageTest {
  private static final Path ROOT = MarkdownFile.repository();
  private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT)?)`");
  private static final Pattern LINE =
      Pattern.compile(
          "\\| (\\d+\\.\\d+\\.\\d+) \\|[^|]+\\| (holds|does not apply|not met, decided) \\| (.+) \\|");
  private static final Pattern COUNT =
      Pattern.compile("\\| (holds|does not apply|not met, decided) \\| (\\d+) \\|.*");

  /** Names in code style that are no classes. */
  private static final Set<String> OTHERS = Set.of("Secure", "SameSite");

  private static List<String> page() throws IOException {
    return Files.readAllLines(ROOT.resolve("deploy/docs/develop/asvs.md"));
  }

  private static List<MatchResult> lines() throws IOException {
    return page().stream().flatMap(line -> LINE.matcher(line).results()).toList();
  }

  @Test
  void eachClassThatTheyNameExists() throws IOException {
    Set<String> classes;
    try (Stream<Path> files = Files.walk(ROOT)) {
      classes =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    List<String> threats = Files.readAllLines(ROOT.resolve("deploy/docs/operate/threats.md"));
    assertThat(
            Stream.concat(page().stream(), threats.stream())
                .flatMap(line -> CLASS.matcher(line).results())
                .map(found -> found.group(1))
                .filter(name -> !OTHERS.contains(name)))
        .isNotEmpty()
        .isSubsetOf(classes);
  }

  @Test
  void eachRequirementHasOneLine() throws IOException {
    assertThat(lines().stream().map(line -> line.group(1)))
        .doesNotHaveDuplicates()
        .hasSize((int) page().stream().filter(line -> line.matches("\\| \\d.*")).count());
  }

  @Test
  void theStatesAreCountedRight() throws IOException {
    List<MatchResult> lines = lines();
    assertThat(page().stream().flatMap(line -> COUNT.matcher(line).results()))
        .hasSize(3)
        .allSatisfy(
            count ->
                assertThat(
                        lines.stream().filter(line -> line.group(2).equals(count.group(1))).count())
                    .as(count.group(1))
                    .isEqualTo(Long.parseLong(count.group(2))));
  }
}
