package hallmonitor.moderation.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that each page with its own head loads the colors and the parts that every other style is
 * made of. Without them a field has no edge, and a button looks like text.
 */
class StylesheetsTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern SHEET =
      Pattern.compile("<link rel=\"stylesheet\" href=\"/console/(\\w+)\\.css\">");

  @Test
  void whatLoadsTheGroundLoadsColorsBeforeItAndPartsAfterIt() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      List<List<String>> heads =
          files
              .filter(Files::isRegularFile)
              .map(StylesheetsTest::sheets)
              .filter(sheets -> sheets.contains("console"))
              .toList();

      assertThat(heads)
          .hasSizeGreaterThan(1)
          .allSatisfy(
              sheets ->
                  assertThat(sheets)
                      .containsSubsequence("tokens", "console", "controls", "parts", "narrow"));
    }
  }

  private static List<String> sheets(Path template) {
    try {
      return SHEET
          .matcher(Files.readString(template))
          .results()
          .map(found -> found.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
