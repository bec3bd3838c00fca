package hallmonitor.moderation.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.settings.escalation.EscalationFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * Other modules spell the categories that judging knows; nothing else keeps the spellings in sync.
 */
class CategoryNamesTest {
  private static final List<String> JUDGED =
      Category.judged().stream().map(Category::label).toList();

  @Test
  void dutiesAndNoticesMayNameEachCategoryOfAPolicy() {
    assertThat(EscalationFile.CATEGORIES).containsExactlyInAnyOrderElementsOf(JUDGED);
  }

  @Test
  void theAnswerPageHasWordsForEachCategory() throws IOException {
    for (String language : List.of("en", "es")) {
      Properties phrases = new Properties();
      try (InputStream in =
          EscalationFile.class.getResourceAsStream(
              "/notices/phrases_" + language + ".properties")) {
        phrases.load(new InputStreamReader(in, UTF_8));
      }
      assertThat(phrases.stringPropertyNames())
          .containsAll(JUDGED.stream().map(name -> "answer.found." + name).toList());
    }
  }
}
