package hallmonitor.importer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Tests each export in the shape that the parsers which our Javadoc names were written for. */
class ExportFormatTest extends ExportTests {
  @Test
  void aTakeoutFromBeforeJune2024IsRead() throws IOException {
    JsonNode row =
        only(
            file(
                "comments.csv",
                """
                Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text
                UgwDN8.9iwJkU,UCA6,2023-08-30T01:54:46.801024+00:00,0,UgwDN8,jH39c5-y6kg,"{""takeoutSegments"":[{""text"":""See ""},{""text"":""https://school.example"",""link"":{""linkUrl"":""https://school.example""}}]}"

                """));
    assertThat(row)
        .hasToString(
            "{\"kind\":\"comment\",\"id\":\"UgwDN8.9iwJkU\",\"post\":\"jH39c5-y6kg\",\"text\":\"See https://school.example\",\"writtenAt\":\"2023-08-30T01:54:46.801024+00:00\",\"author\":{\"name\":\"Maple Valley Schools\",\"id\":\"UCA6\"},\"parent\":\"UgwDN8\",\"permalink\":\"https://www.youtube.com/watch?v=jH39c5-y6kg&lc=UgwDN8.9iwJkU\"}");
  }

  @Test
  void aTakeoutFromAfterJune2024IsReadWithItsLineBreaks() throws IOException {
    JsonNode row =
        only(
            file(
                "comments(1).csv",
                """
                Channel ID,Comment create timestamp,Price,Comment ID,Parent comment ID,Post ID,Video ID,Comment text,Top-level comment ID
                UCYn,2016-01-29T18:26:53.255+00:00,0,Ugyt,,UgPost,,"{""text"":""\\u003e one""},{""text"":""
                ""},{""text"":""two""}",
                """));
    assertThat(row.path("text").asText()).isEqualTo("> one\ntwo");
    assertThat(row.path("post").asText()).isEqualTo("UgPost");
  }

  @Test
  void theVideosOfATakeoutArePosts() throws IOException {
    Path file =
        file(
            "videos.csv",
            """
            Video ID,Approx Duration (ms),Video Category,Video Description (Original),Channel ID,Video Title (Original),Privacy,Video State,Video Create Timestamp,Video Publish Timestamp
            abc,90000,People,How it works,UC1,The new library,Public,Processed,2021-01-30T05:26:03+00:00,2021-02-01T00:00:00+00:00
            def,1000,People,,UC1,Draft,Private,Processed,2021-02-01T00:00:00+00:00,
            """);
    assertThat(read(file).get(0).row().orElseThrow())
        .hasToString(
            "{\"kind\":\"post\",\"id\":\"abc\",\"text\":\"How it works\",\"writtenAt\":\"2021-02-01T00:00:00+00:00\",\"title\":\"The new library\",\"permalink\":\"https://www.youtube.com/watch?v=abc\"}");
    assertThat(refusals(file)).hasSize(1);
  }

  @Test
  void theSignsOfAFacebookExportArePutRight() throws IOException {
    JsonNode row =
        only(
            file(
                "profile_posts_1.json",
                """
                [{"timestamp":1325790129,"attachments":[{"data":[{"external_context":{"url":"https://school.example/open-day"}}]}],
                  "data":[{"post":"S\\u00c3\\u00a1bado, \\u00e2\\u0080\\u0093 todos"},{"update_timestamp":1325790200}],
                  "title":"Maple Valley Schools shared a link."}]
                """));
    assertThat(row.path("text").asText())
        .isEqualTo("S\u00E1bado, \u2013 todos\nhttps://school.example/open-day");
    assertThat(row.path("writtenAt").asText()).isEqualTo("2012-01-05T19:02:09Z");
    assertThat(row.path("editedAt").asText()).isEqualTo("2012-01-05T19:03:20Z");
    assertThat(row.path("id").asText()).matches("fb-1325790129-[0-9a-f]{16}");
  }

  @Test
  void whatAPageWroteIsAComment() throws IOException {
    Path file =
        file(
            "comments.json",
            """
            {"comments_v2":[
              {"timestamp":1239798000,"data":[{"comment":{"timestamp":1239798000,"comment":"\\u00c2\\u00a1Gracias!","author":"Maple Valley Schools"}}],
               "title":"Maple Valley Schools commented on Dana Reyes's post."},
              {"timestamp":1457387286,"data":[{"comment":{"timestamp":1457387286,"comment":"","author":"Maple Valley Schools"}}]}]}
            """);
    JsonNode row = read(file).get(0).row().orElseThrow();
    assertThat(row.path("text").asText()).isEqualTo("\u00A1Gracias!");
    assertThat(row.at("/author/name").asText()).isEqualTo("Maple Valley Schools");
    assertThat(row.path("post").asText()).isEqualTo("not-in-export");
    assertThat(refusals(file)).containsExactly("record 2: has no words, such as a sticker");
  }

  private Path archive(String... namesAndContents) throws IOException {
    Path file = folder.resolve("export.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(UTF_8));
      }
    }
    return file;
  }

  @Test
  void anXArchiveIsReadInPlaceWithItsOwnersName() throws IOException {
    Path file =
        archive(
            "data/direct-messages.js",
            "window.YTD.direct_messages.part0 = [{\"private\":true}]",
            "data/account.js",
            "window.YTD.account.part0 = [ {\"account\" : {\"accountId\" : \"29532976\",\"username\" : \"maple\",\"accountDisplayName\" : \"Maple Valley\"}} ]",
            "data/tweets.js",
            """
            window.YTD.tweets.part0 = [
              { "tweet" : { "id_str" : "1977039066895204461", "created_at" : "Sat Oct 11 15:50:20 +0000 2025",
                "full_text" : "Doors open &amp; lights on https://t.co/R", "entities" : { "urls" : [ { "url" : "https://t.co/R", "expanded_url" : "https://school.example/open" } ] },
                "extended_entities" : { "media" : [ { "media_url_https" : "https://pbs.example/a.png" } ] } } },
              { "tweet" : { "id_str" : "1977039067859894552", "created_at" : "Sat Oct 11 15:51:20 +0000 2025",
                "full_text" : "@dana yes", "in_reply_to_status_id_str" : "1977039066895204461" } } ]
            """);
    List<SourceRow> rows = read(file);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).row().orElseThrow())
        .hasToString(
            "{\"kind\":\"post\",\"id\":\"1977039066895204461\",\"text\":\"Doors open & lights on https://school.example/open\",\"writtenAt\":\"2025-10-11T15:50:20Z\",\"permalink\":\"https://x.com/i/status/1977039066895204461\",\"attachments\":[\"https://pbs.example/a.png\"]}");
    assertThat(rows.get(1).row().orElseThrow())
        .hasToString(
            "{\"kind\":\"comment\",\"id\":\"1977039067859894552\",\"post\":\"1977039066895204461\",\"text\":\"@dana yes\",\"writtenAt\":\"2025-10-11T15:51:20Z\",\"author\":{\"name\":\"Maple Valley\",\"id\":\"29532976\"},\"permalink\":\"https://x.com/i/status/1977039067859894552\"}");
  }

  @Test
  void postsOfAnArchiveComeBeforeTheCommentsUnderThem() throws IOException {
    Path file =
        archive(
            "Takeout/YouTube and YouTube Music/comments/comments.csv",
            "Comment ID,Channel ID,Comment Create Timestamp,Price,Video ID,Comment Text\nc1,UC1,2026-06-15T20:30:41Z,0,abc,plain\n",
            "Takeout/YouTube and YouTube Music/subscriptions/subscriptions.csv",
            "Channel Id,Channel Url,Channel Title\nUC1,https://youtube.com/channel/UC1,A\n",
            "Takeout/YouTube and YouTube Music/video metadata/videos.csv",
            "Video ID,Video Title (Original),Video Create Timestamp\nabc,Library,2021-01-30T05:26:03+00:00\n");
    assertThat(read(file))
        .extracting(row -> row.row().orElseThrow().path("kind").asText())
        .containsExactly("post", "comment");
  }

  @Test
  void aFileThatEndsTooEarlySaysAfterWhich() throws IOException {
    Path file =
        file(
            "tweets.js",
            "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"created_at\":\"Sat Oct 11 15:50:20 +0000 2025\",\"full_text\":\"a\"}},\n{\"tw");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("after record")
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> read(file("half.zip", "PK")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no whole .zip");
  }

  @Test
  void aTextThatIsLongerThanTheEndpointTakesIsShortened() throws IOException {
    String text = "\uD83D\uDE00".repeat(20_001);
    JsonNode row =
        only(
            file(
                "your_posts_1.json", "[{\"timestamp\":1,\"data\":[{\"post\":\"" + text + "\"}]}]"));
    assertThat(row.path("text").asText()).isEqualTo("\uD83D\uDE00".repeat(20_000));
  }
}
