package hallmonitor.moderation.console.comments;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.store.archive.CommentPictures;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of a comment without a case names its pictures, and fetches them for who asks. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class CommentPicturesTest extends NovakAtWork {
  private static final byte[] PNG = PictureHost.picture("png", 400, 300);

  private final PictureHost host = PictureHost.shared();

  private String page(String url) {
    deciding.allowed("71", "Dana Reyes", "Look at this", Duration.ofMinutes(9));
    database.write(
        h -> h.execute("update revision set attachments = array[?] where comment_id = '71'", url));
    return "/comments/" + CommentAddress.of("practice", "71");
  }

  private static String picture(String page, String url) {
    return page + "/pictures/" + CommentPictures.key(url);
  }

  private List<String> looks() {
    return deciding.texts(
        "select actor from audit where act = 'picture-read' and target = 'practice 71, picture 1'");
  }

  @Test
  void itIsNamedAndFetchedWhenSomeoneAsksAndALookIsOnRecord() {
    String url = host.has("/art.png", PNG);
    String page = page(url);

    assertThat(novak.get(page).asString())
        .contains("hx-get=\"" + picture(page, url) + "\"", "<code>" + url + "</code>")
        .contains("data-reveal", "/console/queue.js")
        .doesNotContain("src=\"" + host.address());
    assertThat(novak.part(picture(page, url)).asString()).contains("Fetch the picture");
    assertThat(host.askedFor("/art.png")).isEmpty();
    assertThat(novak.postPart(picture(page, url), Map.of()).asString())
        .contains("class=\"picture veiled\"", picture(page, url) + "/file");
    assertThat(looks()).isEmpty();
    host.loses("/art.png");

    assertThat(novak.picture(picture(page, url) + "/file").asByteArray()).isEqualTo(PNG);
    assertThat(looks()).containsExactly("novak");
  }

  @Test
  void whatAPersonAskedForStays() {
    String url = host.has("/stays.png", PNG);
    novak.postPart(picture(page(url), url), Map.of());

    assertThat(deciding.texts("select for_people::text from comment_picture"))
        .containsExactly("true");
  }

  @Test
  void anAddressThatTheCommentDoesNotHaveIsNotFetched() {
    String page = page("https://pictures.example/a.png");
    String url = host.has("/other.png", PNG);

    assertThat(novak.postPart(picture(page, url), Map.of()).statusCode()).isEqualTo(404);
    assertThat(host.askedFor("/other.png")).isEmpty();
  }
}
