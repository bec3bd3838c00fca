package hallmonitor.moderation.console.past;

import static hallmonitor.moderation.console.past.PastSeed.page;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.store.archive.CommentPictures;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kept picture of a post is removed for good by two persons, as the district disposes. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class PictureRemovalTest extends NovakAtWork {
  private static final byte[] PNG = PictureHost.picture("png", 400, 300);
  private static final String WHY = "A child <b>is</b> in it.";

  private final PictureHost host = PictureHost.shared();
  private final UUID form = UUID.randomUUID();
  private ConsoleBrowser officer;
  private ConsoleBrowser brandt;
  private String file;
  private String path;

  @BeforeEach
  void aKeptPicture() {
    EmptyTables.empty(database, "record_hold");
    seed.person("okafor", "records-officer", false);
    seed.person("brandt", "administrator", false);
    officer = ConsoleBrowser.signedIn("okafor");
    brandt = ConsoleBrowser.signedIn("brandt");
    file = "/" + UUID.randomUUID() + ".png";
    String url = host.has(file, PNG);
    new PastSeed(database).post(0, "Gala", "Monday", url);
    path =
        "/posts/%s/pictures/%s"
            .formatted(CommentAddress.of("practice", PastSeed.POST), CommentPictures.key(url));
    officer.postPart(path, Map.of());
  }

  @AfterEach
  void nothingIsHeld() {
    EmptyTables.empty(database, "record_hold");
  }

  private ConsoleResponse propose(ConsoleBrowser who) {
    return who.post(path + "/removal", Map.of("form", form.toString(), "reason", WHY));
  }

  private ConsoleResponse answer(ConsoleBrowser who, String answer) {
    return who.post(path + "/removal/" + form, Map.of("answer", answer));
  }

  private static String plain(ConsoleResponse page) {
    return page.asString().replaceAll("\\s+", " ");
  }

  @Test
  void oneProposesAnotherApprovesAndThePageSaysSo() {
    assertThat(officer.get(page(1, "")).asString()).contains(path + "/removal");
    assertThat(plain(officer.get(path + "/removal"))).contains("Propose to remove it");

    assertThat(propose(officer).statusCode()).isEqualTo(303);

    assertThat(brandt.get("/proposals").asString())
        .contains("Remove a picture of a post", path + "/removal");
    assertThat(answer(officer, "approve").asString()).contains("You proposed this");
    assertThat(officer.picture(path + "/file").asByteArray()).as("still there").isEqualTo(PNG);
    assertThat(answer(brandt, "approve").statusCode()).isEqualTo(303);
    assertThat(plain(brandt.part(path)))
        .contains("can't be shown. It was removed on", "approved it: A child &lt;b&gt;is&lt;/b&gt;")
        .doesNotContain("<b>is</b>");
    assertThat(brandt.picture(path + "/file").statusCode()).isEqualTo(404);
    assertThat(host.askedFor(file)).as("not fetched again").hasSize(1);
    assertThat(plain(officer.get(path + "/removal"))).contains("there is nothing to remove");
    assertThat(
            deciding.texts(
                "select act || ' by ' || actor || ' on ' || target from audit where act = 'picture-removed'"))
        .containsExactly("picture-removed by brandt on practice gala");
    assertThat(deciding.texts("select state from post_picture where content is null"))
        .containsExactly("removed");
  }

  @Test
  void itIsSaidInSpanish() {
    propose(officer);
    answer(brandt, "approve");
    officer.post("/language", Map.of("language", "es", "back", "/home"));

    assertThat(plain(officer.part(path))).contains("Se quitó el", "lo aprobó");
  }

  @Test
  void aModeratorCannotRemoveIt() {
    assertThat(novak.get(page(1, "")).asString()).doesNotContain("/removal");
    assertThat(novak.get(path + "/removal").statusCode()).isEqualTo(403);
    assertThat(propose(novak).statusCode()).isEqualTo(403);
  }

  @Test
  void aHoldThatComesBetweenKeepsIt() {
    propose(officer);
    database.write(
        h ->
            h.execute(
                """
                insert into record_hold (hold_id, covers, matter, reason, placed_by)
                values (?, 'everything', 'A lawsuit', 'Counsel asked.', 'okafor')
                """,
                UUID.randomUUID()));

    ConsoleResponse answer = answer(brandt, "approve");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(plain(answer)).contains("A hold, or a request for records, covers this post");
    assertThat(officer.picture(path + "/file").asByteArray()).isEqualTo(PNG);
    assertThat(deciding.texts("select state from proposal")).containsExactly("proposed");
  }

  @Test
  void withoutAReasonNothingIsProposed() {
    ConsoleResponse answer =
        officer.post(path + "/removal", Map.of("form", form.toString(), "reason", " "));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(deciding.texts("select state from proposal")).isEmpty();
  }

  @Test
  void aRejectedRemovalChangesNothing() {
    propose(officer);

    assertThat(answer(brandt, "refuse").statusCode()).isEqualTo(303);

    assertThat(officer.picture(path + "/file").asByteArray()).isEqualTo(PNG);
  }
}
