package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An officer sees the pictures of an item before they decide it, and what was read in them. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class ItemPicturesTest extends RedactionsAtWork {
  private static final byte[] PNG = PictureHost.picture("png", 400, 300);

  private final PictureHost host = PictureHost.shared();

  private String picture(String url) {
    return at(0) + "/pictures/" + CommentPictures.key(url);
  }

  private void foundWith(String url) throws SQLException {
    found("81", "Dana Reyes", "See this");
    database.write(
        h -> h.execute("update revision set attachments = array[?] where comment_id = '81'", url));
  }

  private List<String> looks() {
    return texts("select actor || ' ' || target from audit where act = 'picture-read'");
  }

  @Test
  void thePictureIsVeiledUntilAnOfficerAsksAndThatIsRecorded() throws SQLException {
    String url = host.has("/item.png", PNG);
    foundWith(url);

    assertThat(page(officer, at(0)))
        .contains("hx-get=\"" + picture(url) + "\"", "data-reveal", "<code>" + url + "</code>")
        .doesNotContain("src=\"" + host.address());
    assertThat(officer.postPart(picture(url), Map.of()).asString())
        .contains("class=\"picture veiled\"", "data:image/png;base64,", picture(url) + "/file");
    assertThat(looks()).isEmpty();

    assertThat(officer.picture(picture(url) + "/file").asByteArray()).isEqualTo(PNG);
    assertThat(looks())
        .singleElement()
        .asString()
        .matches("vega request R-\\d{4}-0001, item 1, picture 1");
  }

  @Test
  void framesOfAVideoAreShownAsOnACase() throws SQLException {
    String url = "https://pictures.example/film.mp4";
    byte[] frame = PictureHost.picture("jpeg", 40, 30);
    foundWith(url);
    database.write(
        h -> {
          CommentFrames.keep(h, new CommentKey("practice", "81"), url, 12, frame);
          return frame;
        });

    assertThat(officer.part(picture(url)).asString())
        .contains("is a video", picture(url) + "/frames/12");
    assertThat(officer.picture(picture(url) + "/frames/12").asByteArray()).isEqualTo(frame);
    assertThat(officer.picture(picture(url) + "/frames/13").statusCode()).isEqualTo(404);
    assertThat(looks()).singleElement().asString().endsWith("picture 1, second 12");
  }

  @Test
  void theWordsReadInItStandBelowButNotThoseOfOtherVersions() throws SQLException {
    String url = "https://pictures.example/meme.png";
    foundWith(url);
    read(url, "Shoot up <the> school");
    read("https://pictures.example/earlier.png", "Of another version");

    assertThat(page(officer, at(0)))
        .contains("Words read in picture 1:", "Shoot up &lt;the&gt; school")
        .doesNotContain("Of another version");
  }

  private void read(String url, String words) {
    database.write(
        h ->
            h.execute(
                """
                insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history,
                  state, words, since, due_at, done_at)
                values ('practice', '81', ?, ?, 'pictures.example', '1', '{}', false, 'read', ?, now(), now(), now())
                """,
                CommentPictures.key(url),
                url,
                words));
  }

  @Test
  void aPictureOfAnotherItemOrSchoolIsNotFound() throws SQLException {
    String url = host.has("/scoped.png", PNG);
    foundWith(url);
    staff.person("elsewhere", "records-officer", "no-such-school");
    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("elsewhere");

    assertThat(elsewhere.picture(picture(url) + "/file").statusCode()).isEqualTo(404);
    assertThat(ConsoleBrowser.signedIn("audra").picture(picture(url) + "/file").statusCode())
        .as("an auditor does not work on requests")
        .isEqualTo(403);
    assertThat(officer.picture(picture(host.address() + "/foreign.png") + "/file").statusCode())
        .isEqualTo(404);
    assertThat(looks()).isEmpty();
  }

  @Test
  void thePageSpeaksSpanish() throws SQLException {
    foundWith("https://pictures.example/a.png");
    officer.post("/language", Map.of("language", "es", "back", "/requests"));

    assertThat(page(officer, at(0)))
        .contains("Imágenes y videos: 1", "para mostrarlos o dejarlos borrosos", "Imagen 1 de 1");
  }
}
