package hallmonitor.moderation.console.past;

import static hallmonitor.moderation.console.past.PastSeed.page;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.store.archive.CommentPictures;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a post as it was shows its pictures, veiled, and keeps what it fetched. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class PostPicturesTest extends NovakAtWork {
  private static final byte[] PNG = PictureHost.picture("png", 400, 300);

  private final PictureHost host = PictureHost.shared();
  private ConsoleBrowser officer;
  private PastSeed past;

  @BeforeEach
  void anOfficer() {
    seed.person("okafor", "records-officer", false);
    officer = ConsoleBrowser.signedIn("okafor");
    past = new PastSeed(database);
    EmptyTables.empty(database, "post_picture_fetch");
    fetchedInTheHour("post");
  }

  @AfterEach
  void anotherHour() {
    EmptyTables.empty(database, "post_picture_fetch");
  }

  /** With that of posts used up, nothing is fetched but what people ask for. */
  private void fetchedInTheHour(String kind) {
    database.write(
        h ->
            h.execute(
                "insert into post_picture_fetch (started_at, kind) select now(), ? from generate_series(1, 10000)",
                kind));
  }

  private static String path(String url) {
    return "/posts/%s/pictures/%s"
        .formatted(CommentAddress.of("practice", PastSeed.POST), CommentPictures.key(url));
  }

  private List<String> looks() {
    return deciding.texts(
        "select actor from audit where act = 'picture-read' and target = 'practice gala'");
  }

  @Test
  void itIsVeiledUntilSomeoneAsksAndThatIsRecorded() {
    String url = host.has("/gala.png", PNG);
    past.post(0, "Gala", "Monday", url);

    assertThat(officer.get(page(1, "")).asString())
        .contains("hx-get=\"" + path(url) + "\"", "<code>" + url + "</code>")
        .doesNotContain("src=\"" + host.address());
    assertThat(officer.part(path(url)).asString()).contains("Fetch the picture");
    assertThat(host.askedFor("/gala.png")).isEmpty();
    assertThat(officer.postPart(path(url), Map.of()).asString())
        .contains("class=\"picture veiled\"", "data:image/png;base64,", path(url) + "/file");
    assertThat(looks()).isEmpty();
    assertThat(officer.picture(path(url) + "/file").asByteArray()).isEqualTo(PNG);
    assertThat(looks()).containsExactly("okafor");
  }

  @Test
  void itIsStillThereAfterThePostAndTheSiteHaveAnother() {
    String url = host.has("/stays.png", PNG);
    past.post(0, "Gala", "Monday", url);
    officer.postPart(path(url), Map.of());
    host.loses("/stays.png");
    past.post(2, "Gala", "Tuesday", "");

    assertThat(officer.picture(path(url) + "/file").asByteArray()).isEqualTo(PNG);
  }

  @Test
  void whatTheSiteDoesNotHaveIsTold() {
    String url = host.address() + "/nowhere.png";
    past.post(0, "Gala", "Monday", url);

    assertThat(officer.postPart(path(url), Map.of()).asString()).contains("no longer has it");
    assertThat(officer.picture(path(url) + "/file").statusCode()).isEqualTo(404);
    assertThat(looks()).isEmpty();
  }

  @Test
  void whatTheSiteRefusesCountsAndTheLimitOfTheHourIsTold() {
    String url = host.address() + "/refused.png";
    past.post(0, "Gala", "Monday", url);
    officer.postPart(path(url), Map.of());
    assertThat(
            deciding.texts("select count(*)::text from post_picture_fetch where kind = 'person'"))
        .containsExactly("1");
    fetchedInTheHour("person");
    String other = host.has("/later.png", PNG);
    past.post(1, "Gala", "Tuesday", other);

    assertThat(officer.postPart(path(other), Map.of()).asString())
        .contains("In the last hour, this server fetched as many pictures for people as it may.");
    assertThat(host.askedFor("/later.png")).isEmpty();
  }

  @Test
  void anAddressThatNoVersionHasIsNotFetched() {
    past.post(0, "Gala", "Monday", "");
    String url = host.has("/foreign.png", PNG);

    assertThat(officer.postPart(path(url), Map.of()).statusCode()).isEqualTo(404);
    assertThat(host.askedFor("/foreign.png")).isEmpty();
  }
}
