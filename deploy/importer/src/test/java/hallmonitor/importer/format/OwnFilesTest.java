package hallmonitor.importer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests lines of JSON and tables, which people make themselves. */
class OwnFilesTest extends ExportTests {
  @Test
  void aLineOfJsonIsDeliveredAsItIsAndABadOneIsNamed() throws IOException {
    Path file =
        file(
            "old.ndjson",
            "\uFEFF{\"kind\":\"comment\",\"id\":\"1\"}\n\n{\"id\":\n[1]\n{\"id\":\"2\"} {}\n");
    assertThat(read(file).get(0).row().orElseThrow().path("kind").asText()).isEqualTo("comment");
    assertThat(refusals(file))
        .containsExactly(
            "line 3: is no JSON object", "line 4: is no JSON object", "line 5: is no JSON object");
  }

  @Test
  void aLineThatIsNotInUtf8OrWithoutEndIsRefusedAndTheNextIsRead() throws IOException {
    byte[] latin = "{\"id\":\"a\u00F1o\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] endless = ("{\"id\":\"" + "x".repeat(1024 * 1024) + "\"}\n").getBytes(UTF_8);
    Path file = folder.resolve("old.jsonl");
    try (var out = Files.newOutputStream(file)) {
      out.write(latin);
      out.write(endless);
      out.write("{\"id\":\"3\"}".getBytes(UTF_8));
    }
    assertThat(refusals(file))
        .containsExactly("line 1: is not in UTF-8", "line 2: is longer than 1 MiB");
    assertThat(read(file)).hasSize(3);
  }

  @Test
  void aTableHasTheFieldsOfARowAsItsColumns() throws IOException {
    JsonNode row =
        only(
            file(
                "old.csv",
                """
                id,post,author,author-id,text,writtenAt,hidden,attachments,parent
                4711,menu,Dana Reyes,u-17,"Is there, ""really"",
                a vegetarian one?",2019-11-25T12:05:00-06:00,true,https://x.example/a.png https://x.example/b.png,
                """));
    assertThat(row)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"kind\":\"comment\",\"id\":\"4711\",\"post\":\"menu\",\"text\":\"Is there, \\\"really\\\",\\na vegetarian one?\",\"writtenAt\":\"2019-11-25T12:05:00-06:00\",\"attachments\":[\"https://x.example/a.png\",\"https://x.example/b.png\"],\"author\":{\"name\":\"Dana Reyes\",\"id\":\"u-17\"},\"hidden\":true}"));
  }

  @Test
  void aTableOfASpreadsheetInSpanishHasSemicolons() throws IOException {
    JsonNode row =
        only(
            file(
                "old.csv",
                "\uFEFFid;text;writtenAt\n1;Ma\u00F1ana, s\u00ED;2019-11-25T12:05:00Z\n"));
    assertThat(row.path("text").asText()).isEqualTo("Ma\u00F1ana, s\u00ED");
  }

  @Test
  void aRowOfATableThatDoesNotFitIsNamedByItsLine() throws IOException {
    assertThat(
            refusals(
                file(
                    "old.csv",
                    "id,text,writtenAt\n1,a,2019-11-25T12:05:00Z,more\n2,\"b\n\",2019-11-25T12:05:00Z\n3,c,d,e\n")))
        .containsExactly(
            "line 2: has more values than the first line has names",
            "line 5: has more values than the first line has names");
  }
}
