package hallmonitor.moderation.console.search;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import hallmonitor.moderation.store.archive.CommentPictures;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that were read in a picture find the comment that shows it, and say where they stand. */
@ConsoleTest
class PictureSearchTest extends NovakAtWork {
  private static final String MEME = "https://pictures.example/meme.png";

  @Inject SearchIndexJob index;

  private ConsoleBrowser officer;

  @BeforeEach
  void aCommentWithAPicture() throws SQLException {
    seed.person("okafor", "records-officer", false);
    officer = ConsoleBrowser.signedIn("okafor");
    deciding.allowed("71", "Dana Reyes", "see this lol", Duration.ofMinutes(9));
    database.write(
        h -> {
          h.execute("update revision set attachments = array[?] where comment_id = '71'", MEME);
          return h.execute(
              """
              insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history,
                state, since, due_at)
              values ('practice', '71', ?, ?, 'pictures.example', '1', '{}', false, 'waiting', now(), now() + interval '1 hour')
              """,
              CommentPictures.key(MEME),
              MEME);
        });
    index.catchUp();
  }

  private void read(String words) throws SQLException {
    database.write(
        h ->
            h.execute(
                "update picture_reading set state = 'read', words = ?, done_at = now()", words));
    index.catchUp();
  }

  private String found(String typed) {
    return officer.get("/search?q=" + encode(typed, UTF_8)).asString();
  }

  @Test
  void itIsFoundOnceItWasReadAndSaysWhereTheWordsStand() throws SQLException {
    assertThat(found("shoot")).contains("Nothing was found.");

    read("I will <shoot> up\nthe school");

    assertThat(found("shooting school"))
        .contains(
            "1 result",
            "Dana Reyes",
            "These words stand in a picture:",
            "I will &lt;<mark>shoot</mark>&gt; up",
            "<span class=\"chip\">Picture</span>");
    assertThat(found("\"shoot up\"")).contains("1 result");
    assertThat(found("lol"))
        .contains("see this <mark>lol</mark>")
        .doesNotContain("These words stand in a picture");
    assertThat(found("lol -shoot")).contains("Nothing was found.");
  }

  @Test
  void noPhraseGoesFromTheTextIntoThePicture() throws SQLException {
    read("I will shoot");

    assertThat(found("\"lol I\"")).contains("Nothing was found.");
    assertThat(found("lol will")).contains("1 result");
  }

  @Test
  void anEditWithoutThePictureIsNotFoundByItsWords() throws SQLException {
    deciding.edited("71", "see nothing");
    read("I will shoot");

    assertThat(officer.get("/search?q=shoot&kind=comment").asString()).contains("1 result");
    assertThat(officer.get("/search?q=shoot&kind=edit").asString()).contains("Nothing was found.");
  }

  @Test
  void itSaysSoInSpanish() throws SQLException {
    read("I will shoot");
    officer.post("/language", Map.of("language", "es", "back", "/search"));

    assertThat(found("shoot")).contains("Estas palabras están en una imagen:");
  }
}
