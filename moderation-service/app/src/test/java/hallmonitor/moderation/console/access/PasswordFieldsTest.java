package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A browser cuts what is longer than its field, without a word. */
class PasswordFieldsTest {
  @Test
  void eachFieldForAPasswordTakesTheLongest() throws IOException {
    List<Element> fields;
    try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
      fields =
          templates
              .filter(Files::isRegularFile)
              .map(PasswordFieldsTest::page)
              .flatMap(page -> page.select("input[autocomplete$=-password]").stream())
              .toList();
    }

    assertThat(fields)
        .extracting(field -> field.attr("autocomplete"))
        .contains("current-password", "new-password");
    assertThat(fields)
        .allSatisfy(
            field ->
                assertThat(field.attr("maxlength"))
                    .as(field.outerHtml())
                    .isEqualTo(Integer.toString(NewPasswords.LONGEST)));
  }

  private static Document page(Path template) {
    try {
      return Jsoup.parse(Files.readString(template));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
