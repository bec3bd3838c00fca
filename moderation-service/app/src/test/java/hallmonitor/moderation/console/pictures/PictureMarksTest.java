package hallmonitor.moderation.console.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import hallmonitor.moderation.store.archive.CommentPictures;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each list says that a comment has pictures or videos, and what was read in them. */
@ConsoleTest
class PictureMarksTest extends NovakAtWork {
  private static final String MEME = "https://pictures.example/meme.png";
  private static final String MOVIE = "https://pictures.example/watch.mp4";
  private static final String MARKED =
      "<span class=\"chip\">Picture</span> <span class=\"chip\">Video</span> <span>Words read in"
          + " it: <q dir=\"auto\"><bdi>I will bring a &lt;b&gt;gun&lt;/b&gt; · at noon</bdi></q></span>";

  @Inject SearchIndexJob index;

  private UUID id;
  private ConsoleBrowser officer;

  @BeforeEach
  void aCommentThatSaysLittle() throws Exception {
    seed.person("okafor", "records-officer", false);
    officer = ConsoleBrowser.signedIn("okafor");
    id = seed.aCase("81").by("Dana Reyes").saying("See this lol").there();
    deciding.allowed("82", "Kai Lund", "Nothing to see", Duration.ofMinutes(1));
    PictureSeed.attach(database, id, MEME, MOVIE);
    read(MEME, "", "I will bring\n a <b>gun</b>");
    read(MOVIE, "frames", "at noon");
    index.catchUp();
  }

  private void read(String url, String why, String words) {
    database.write(
        h ->
            h.execute(
                """
                insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history,
                  state, why, words, since, due_at, done_at)
                values ('practice', '81', ?, ?, 'pictures.example', '1', '{}', false, 'read', ?, ?, now(), now(), now())
                """,
                CommentPictures.key(url),
                url,
                why,
                words));
  }

  private static String page(ConsoleBrowser who, String path) {
    return who.get(path).asString().replaceAll("\\s+", " ");
  }

  @Test
  void theQueueAndAllCommentsSayWhatIsInThePicture() {
    assertThat(page(novak, "/queue?state=open")).contains("See this lol", MARKED);
    assertThat(page(novak, "/comments")).containsOnlyOnce(MARKED);
  }

  @Test
  void theSearchThePostAsItWasAndTheAuthorSayItToo() {
    assertThat(page(officer, "/search?q=lol")).contains(MARKED);
    String post =
        deciding.texts("select post_id as one from comment where comment_id = '81'").get(0);
    assertThat(page(officer, "/posts/" + CommentAddress.of("practice", post) + "/then?view=full"))
        .contains("lol", MARKED);
    String author =
        officer
            .get("/comments/" + CommentAddress.of("practice", "81") + "/author")
            .header("Location")
            .replaceFirst("^https?://[^/]+", "");
    officer.post(author + "/purpose", Map.of("purpose", "answer-request", "note", "R-1"));
    assertThat(page(officer, author)).contains("lol", MARKED);
  }

  @Test
  void theThreadBesideACaseSaysItOfTheOthers() {
    UUID next = seed.aCase("83").by("Lee Ray").saying("Who is that?").there();

    assertThat(page(novak, "/cases/" + next)).contains("See this lol", MARKED);
  }

  @Test
  void inSpanishToo() {
    officer.post("/language", Map.of("language", "es", "back", "/search"));

    assertThat(page(officer, "/search?q=lol"))
        .contains("Imagen</span>", "Video</span>", "Palabras leídas ahí: ");
  }
}
