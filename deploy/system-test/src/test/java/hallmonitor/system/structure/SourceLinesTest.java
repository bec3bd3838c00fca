package hallmonitor.system.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the templates, scripts and styles of all modules can be compared line by line. */
class SourceLinesTest {
  private static final int LONGEST = 160;

  /** Code after the end of a statement. */
  private static final Pattern TWO_STATEMENTS = Pattern.compile(";\\s*\\S");

  /** Code after the end of a rule. */
  private static final Pattern TWO_RULES = Pattern.compile("}\\s*[^\\s}]");

  @Test
  void noLineIsTooLong() throws IOException {
    assertThat(linesOf(".html", ".js", ".css").filter(line -> line.text().length() > LONGEST))
        .isEmpty();
  }

  @Test
  void aLineOfAScriptHoldsOneStatement() throws IOException {
    assertThat(
            ofServices(".js")
                .filter(line -> !line.text().strip().startsWith("//"))
                .filter(line -> TWO_STATEMENTS.matcher(withoutTexts(line.text())).find()))
        .isEmpty();
  }

  @Test
  void aLineOfAStyleHoldsOneRule() throws IOException {
    assertThat(ofServices(".css").filter(line -> TWO_RULES.matcher(line.text()).find())).isEmpty();
  }

  private static String withoutTexts(String line) {
    return line.replaceAll("\"[^\"]*\"|'[^']*'|`[^`]*`|/[^/ ]+/", "x");
  }

  private record Line(Path file, int number, String text) {}

  /** Without the demonstration's pages, which no browser gets from a service. */
  private static Stream<Line> ofServices(String ending) throws IOException {
    return linesOf(ending).filter(line -> line.file().toString().contains("META-INF"));
  }

  private static Stream<Line> linesOf(String... endings) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Path file : Product.files(Product.mainResources(), endings)) {
      int number = 0;
      for (String text : Files.readAllLines(file)) {
        number++;
        lines.add(new Line(file, number, text));
      }
    }
    assertThat(lines).isNotEmpty();
    return lines.stream();
  }
}
