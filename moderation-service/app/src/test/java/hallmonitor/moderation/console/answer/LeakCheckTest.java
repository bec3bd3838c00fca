package hallmonitor.moderation.console.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.answer.HiddenText;
import hallmonitor.moderation.casework.answer.LeakSearch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A package with more leaks than people can look at. */
class LeakCheckTest {
  private static final LeakSearch SEARCH = LeakSearch.of(Stream.of(new HiddenText(9, "Ana Ruiz")));

  private static Map<Long, Set<String>> found(int most, Map<Long, Set<String>> allowed)
      throws IOException {
    return found(SEARCH, most, allowed);
  }

  private static Map<Long, Set<String>> found(
      LeakSearch search, int most, Map<Long, Set<String>> allowed) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream files = new ZipOutputStream(zip)) {
      for (int i = 1; i <= 3; i++) {
        files.putNextEntry(new ZipEntry("native/" + i + ".json"));
        files.write("{\"text\": \"Ana Ruiz\"}".getBytes(UTF_8));
      }
    }
    FoundLeaks found = new FoundLeaks(most, allowed);
    new LeakCheck(new AnswerWords("en", ZoneOffset.UTC), new OwnWords(search, Set.of()), found)
        .search(new ByteArrayInputStream(zip.toByteArray()));
    return found.places();
  }

  @Test
  void noMoreIsNotedThanPeopleCanLookAt() throws IOException {
    assertThat(found(2, Map.of())).isEqualTo(Map.of(9L, Set.of("item 1", "item 2")));
  }

  @Test
  void theNumberOfARecordIsNotTakenForARedactedOne() throws IOException {
    LeakSearch age = LeakSearch.of(Stream.of(new HiddenText(9, "2")));

    assertThat(found(age, 2, Map.of())).isEmpty();
  }

  @Test
  void whatSomeoneAllowedDoesNotEndTheSearch() throws IOException {
    assertThat(found(1, Map.of(9L, Set.of("item 1", "item 2"))))
        .isEqualTo(Map.of(9L, Set.of("item 3")));
  }
}
