package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.store.archive.CommentPictures;
import io.quarkus.test.junit.TestProfile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer covers a part of a picture, and sees what the public gets. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class CoveringTest extends RedactionsAtWork {
  private static final byte[] PNG = PictureHost.picture("png", 200, 100);

  private final PictureHost host = PictureHost.shared();

  /**
   * A site that failed is not asked again for some seconds, so each test has a picture of its own.
   */
  private String file = "";

  private String url = "";

  @BeforeEach
  void anItemWithAPicture() throws SQLException {
    found("81", "Dana Reyes", "See this");
    file = "/cover-" + UUID.randomUUID() + ".png";
    url = host.has(file, PNG);
    database.write(
        h -> h.execute("update revision set attachments = array[?] where comment_id = '81'", url));
    officer.postPart(at(0) + "/pictures/" + CommentPictures.key(url), Map.of());
  }

  private ConsoleResponse cover(String left, String top, String right, String bottom) {
    return officer.post(
        at(0) + "/covers",
        with(
            "picture",
            CommentPictures.key(url),
            "left",
            left,
            "top",
            top,
            "right",
            right,
            "bottom",
            bottom));
  }

  private ConsoleResponse released() {
    return officer.picture(at(0) + "/pictures/" + CommentPictures.key(url) + "/released");
  }

  @Test
  void itIsCoveredForAGroundAndTheAddressIsNotReleasedEither() throws IOException {
    assertThat(page(officer, at(0)))
        .contains("id=\"cover-1\"", "data-direct=\"p\"", "Cover a part of picture 1")
        .doesNotContain("id=\"cover-2\"");

    assertThat(cover("25", "30", "50", "60.5").statusCode()).isEqualTo(303);

    assertThat(
            one(
                """
                select concat_ws(' ', part, area_left, area_top, area_right, area_bottom, text_hash)
                from records_request_redaction
                """))
        .isEqualTo("area 250 300 500 605 " + CommentPictures.contentKey(PNG));
    assertThat(page(officer, at(0))).contains("Part of a picture", "25–50 %, 30–60.5 %");
    assertThat(preview(0)).contains(MARK).doesNotContain(url);
    BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(released().asByteArray()));
    assertThat(pixels.getRGB(75, 45)).isEqualTo(Color.BLACK.getRGB());
    assertThat(new Color(pixels.getRGB(20, 10)).getRed()).isGreaterThan(200);
    assertThat(texts("select target from audit where act = 'picture-read'"))
        .singleElement()
        .asString()
        .endsWith("picture 1, as released");
    assertThat(decide(0, "redact", "version", "1").statusCode()).isEqualTo(303);
  }

  @Test
  void aPlaceThatIsNoneAndAPictureThatIsNotThereAreRefused() {
    for (String[] edges :
        new String[][] {
          {"50", "0", "25", "100"},
          {"0", "0", "101", "9"},
          {"", "0", "9", "9"},
          {"0", "0", "0", "9"}
        }) {
      ConsoleResponse refused = cover(edges[0], edges[1], edges[2], edges[3]);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.asString()).contains("Say where the part begins and ends");
    }
    database.write(h -> h.execute("delete from comment_picture"));
    assertThat(cover("0", "0", "9", "9").asString()).contains("no part of it can be covered");
    url = "https://pictures.example/foreign.png";
    assertThat(cover("0", "0", "9", "9").asString())
        .contains("Choose what to redact from the list.");
    assertThat(texts("select part from records_request_redaction")).isEmpty();
  }

  @Test
  void itIsRemovedLikeAnyRedactionAndKeepsItsRow() {
    cover("0", "0", "50", "50");
    assertThat(remove(0, "1").statusCode()).isEqualTo(303);

    assertThat(one("select state || ' ' || area_right from records_request_redaction"))
        .isEqualTo("removed 500");
    assertThat(preview(0)).contains(url);
  }

  @Test
  void anotherPictureThanTheCoveredOneDoesNotGoOut() {
    assertThat(cover("0", "0", "50", "50").statusCode()).isEqualTo(303);
    database.write(
        h -> h.execute("update comment_picture set content = ?", PictureHost.picture("png", 9, 9)));

    ConsoleResponse none = released();
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.asString()).contains("The public does not get this picture");
  }

  @Test
  void theFormSpeaksSpanish() {
    officer.post("/language", Map.of("language", "es", "back", "/requests"));

    assertThat(page(officer, at(0)))
        .contains(
            "Cubrir una parte de la imagen 1", "Borde izquierdo", "Como la recibe el público");
  }
}
