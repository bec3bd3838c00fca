package hallmonitor.settings.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.settings.escalation.EscalationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesFileTest {
  @Test
  void theSampleIsRightAndIsWhatHoldsWithoutAFile() throws IOException {
    NoticeTexts sample = NoticesFile.read(Files.readString(Path.of("../config/notices.yaml")));

    assertThat(sample).isEqualTo(NoticesFile.read(""));
    assertThat(sample.categories()).containsKeys(EscalationFile.CATEGORIES.toArray(String[]::new));
    for (String language : List.of("en", "es")) {
      assertThat(sample.todo("spam", language)).isEqualTo(sample.todo("other", language));
    }
  }

  @Test
  void whatADistrictLeavesOutIsAsItShips() {
    NoticeTexts texts =
        NoticesFile.read(
            """
            categories:
              threat:
                what: { en: Talk of violence }
              other:
                todo: { en: Decide. }
            """);

    assertThat(texts.what("threat", "es"))
        .as("what is said in English")
        .isEqualTo("Talk of violence");
    assertThat(texts.todo("threat", "en")).startsWith("Open the case and read");
    assertThat(texts.todo("spam", "en")).isEqualTo("Decide.");
    assertThat(texts.subject("es")).isEqualTo("{label}: {what} - {where}");
  }

  @Test
  void allMistakesAreNamedWithTheirPlaces() {
    assertThatThrownBy(
            () ->
                NoticesFile.read(
                    """
                    subject: { en: "{label} {author}" }
                    footer: { es: Hola }
                    categories:
                      treat: { what: { en: A } }
                      threat:
                        what: { en: "{what}" }
                        todo: { en: "%s", fr: Non }
                    """
                        .formatted("x".repeat(601))))
        .hasMessageContaining(
            "notices.yaml:1:16: '{author}' stands for nothing; known here are {label}")
        .hasMessageContaining("notices.yaml:2:9: 'en' is missing")
        .hasMessageContaining("unknown key 'treat'")
        .hasMessageContaining("'{what}' stands for nothing; nothing is put in here")
        .hasMessageContaining("longer than 600 characters")
        .hasMessageContaining("unknown key 'fr'");
  }
}
