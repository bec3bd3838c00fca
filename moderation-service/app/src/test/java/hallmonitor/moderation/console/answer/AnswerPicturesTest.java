package hallmonitor.moderation.console.answer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.redaction.PictureArea;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.CameraPhoto;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.printing.PdfText;
import io.quarkus.test.junit.TestProfile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Released pictures are files of the package, drawn again, and nothing else of them goes out. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class AnswerPicturesTest extends PicturedAnswers {
  /** Looks into every file, as a stranger does, for what only the archive has. */
  private void nothingElseOfThePhotoGoesOut() throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      assertThat(new String(file.getValue(), ISO_8859_1))
          .as(file.getKey())
          .doesNotContain("Exif", CameraPhoto.TITLE, CameraPhoto.BEHIND)
          .doesNotContain(new String(PHOTO, ISO_8859_1), new String(SMALL, ISO_8859_1));
    }
  }

  @Test
  void aReleasedPictureIsAFileOfThePackageWithoutWhatElseItsFileHad() throws Exception {
    asked("bus");
    opened(LATE, URL, "/file");
    releaseTheRest();
    make();
    sign();

    assertThat(state()).isEqualTo("ready");
    String name = "pictures/" + number(LATE) + "-1.jpg";
    assertThat(pictures()).containsExactly(name);
    assertThat(ImageIO.read(new ByteArrayInputStream(files().get(name))).getWidth()).isEqualTo(200);
    assertThat(text("SHA256SUMS")).contains("  " + name + "\n");
    assertThat(new ObjectMapper().readTree(files().get("records.json")).at("/records/0/files/0"))
        .hasToString("\"" + name + "\"");
    assertThat(text("records.csv")).contains(name);
    assertThat(PdfText.of(files().get("answer.pdf")).text()).contains(name);
    nothingElseOfThePhotoGoesOut();
  }

  @Test
  void aCoveredPartIsBlackAndNeitherThePictureNorItsAddressGoesOut() throws IOException {
    asked("bus");
    opened(LATE, URL, "/file");
    redact(
        item(LATE),
        Redaction.ofArea(
            URL, CommentPictures.contentKey(PHOTO), new PictureArea(250, 300, 500, 600), FERPA));
    decide(item(LATE), "redact");
    make();

    assertThat(state()).isEqualTo("signing");
    String name = "pictures/" + number(LATE) + "-1.png";
    assertThat(pictures()).containsExactly(name);
    BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(files().get(name)));
    assertThat(pixels.getRGB(75, 45)).isEqualTo(Color.BLACK.getRGB());
    assertThat(new Color(pixels.getRGB(20, 10)).getRed()).isGreaterThan(200);
    nothingElseOfThePhotoGoesOut();
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      assertThat(new String(file.getValue(), ISO_8859_1)).as(file.getKey()).doesNotContain(URL);
    }
    assertThat(text("exemptions.csv")).contains("Redacted: a part of a picture");
  }

  @Test
  void aPictureThatNobodyOpenedHasNoFile() throws IOException {
    asked("bus");
    assertThat(
            officer.part(path + "/items/" + item(LATE) + "/pictures/" + CommentPictures.key(URL)))
        .isNotNull();
    releaseTheRest();
    make();

    assertThat(state()).isEqualTo("signing");
    assertThat(pictures()).isEmpty();
  }

  @Test
  void anotherPictureThanTheOneThatWasOpenedHasNoFile() throws IOException {
    asked("bus");
    opened(LATE, URL, "/file");
    releaseTheRest();
    database.write(
        h ->
            h.execute(
                "update comment_picture set content = ?", PictureHost.picture("jpeg", 300, 200)));
    make();

    assertThat(state()).isEqualTo("signing");
    assertThat(pictures()).isEmpty();
  }

  @Test
  void whatIsRedactedAsAWholeOrWithheldHasNoFile() throws IOException {
    deciding.allowed("72", "Kai Lund", "No bus today", Duration.ofMinutes(8));
    shows("72", URL + "?2");
    database.write(
        h -> {
          CommentPictures.keep(h, new CommentKey("practice", "72"), URL + "?2", PHOTO);
          return PHOTO;
        });
    asked("bus");
    opened(LATE, URL, "/file");
    redact(item(LATE), Redaction.ofAttachment(URL, FERPA));
    decide(item(LATE), "redact");
    decide(item("No bus today"), "withhold", "exemption", "ferpa");
    make();

    assertThat(state()).isEqualTo("signing");
    assertThat(pictures()).isEmpty();
  }

  @Test
  void whenThePictureIsAnotherThanTheCoveredOneItHasNoFile() throws IOException {
    asked("bus");
    opened(LATE, URL, "/file");
    redact(item(LATE), Redaction.ofArea(URL, "ab", new PictureArea(0, 0, 500, 500), FERPA));
    decide(item(LATE), "redact");
    make();

    assertThat(state()).isEqualTo("signing");
    assertThat(pictures()).isEmpty();
  }

  @Test
  void ofAVideoTheFramesGoOutByTheirSeconds() throws IOException {
    String video = "https://pictures.example/film.mp4";
    shows("71", video);
    database.write(
        h -> {
          CommentFrames.keep(h, COMMENT, video, 12, PictureHost.picture("jpeg", 40, 30));
          return PHOTO;
        });
    asked("bus");
    opened(LATE, video, "/frames/12");
    releaseTheRest();
    make();

    assertThat(pictures()).containsExactly("pictures/" + number(LATE) + "-1-12.jpg");
  }

  @Test
  void wordsInAReleasedPictureThatAreRedactedElsewhereHoldThePackage() throws IOException {
    String named = "Ana Ruiz missed the bus";
    deciding.allowed("72", "Kai Lund", named, Duration.ofMinutes(8));
    read("71", URL, "ANA RUIZ is late");
    asked("bus");
    redact(named, "Ana Ruiz");
    releaseTheRest();
    make();

    assertThat(state()).isEqualTo("leaking");
    assertThat(texts("select item_no || ' in ' || place from records_answer_leak"))
        .containsExactly(item(named) + " in pictures/" + number(LATE) + "-1");
  }

  @Test
  void whatAPersonAllowedInATextIsNotAllowedInAPicture() throws IOException {
    String named = "Ana Ruiz missed the bus";
    deciding.allowed("72", "Kai Lund", named, Duration.ofMinutes(8));
    deciding.allowed("73", "Sam Ito", "Bus of Ana Ruiz", Duration.ofMinutes(7));
    shows("73", URL);
    read("73", URL, "ANA RUIZ is late");
    asked("bus");
    redact(named, "Ana Ruiz");
    releaseTheRest();
    make();
    String text = "item " + number("Bus of Ana Ruiz");
    String picture = "pictures/" + number("Bus of Ana Ruiz") + "-1";
    assertThat(found()).containsExactlyInAnyOrder(text, picture);
    assertThat(officer.get(path + "/answer").asString())
        .contains(
            "what is left out stands in picture 1 of item " + number("Bus of Ana Ruiz"),
            path + "/items/" + item("Bus of Ana Ruiz") + "#picture-1");

    allowed(named, text);
    make();
    assertThat(found()).containsExactly(picture);

    allowed(named, picture);
    decide(item("Bus of Ana Ruiz"), "later");
    decide(item("Bus of Ana Ruiz"), "release");
    make();
    assertThat(found()).as("the item was decided again").containsExactlyInAnyOrder(text, picture);

    allowed(named, text);
    allowed(named, picture);
    make();
    assertThat(state()).isEqualTo("signing");
  }

  private List<String> found() {
    return texts("select place from records_answer_leak");
  }

  @Test
  void thePictureOfACoveredOneUnderAnotherAddressHoldsThePackage() throws IOException {
    String again = "No bus today";
    deciding.allowed("72", "Kai Lund", again, Duration.ofMinutes(8));
    shows("72", "https://other.example/copy.jpg");
    read("71", URL, "");
    read("72", "https://other.example/copy.jpg", "");
    asked("bus");
    redact(
        item(LATE),
        Redaction.ofArea(
            URL, CommentPictures.contentKey(PHOTO), new PictureArea(0, 0, 500, 500), FERPA));
    decide(item(LATE), "redact");
    releaseTheRest();
    make();

    assertThat(state()).isEqualTo("leaking");
    assertThat(texts("select item_no || ' in ' || place from records_answer_leak"))
        .containsExactly(item(LATE) + " in pictures/" + number(again) + "-1");
  }

  @Test
  void whatAStepKeptThatNeverEndedDoesNotGoOut() throws IOException {
    deciding.allowed("72", "Kai Lund", "No bus today", Duration.ofMinutes(8));
    asked("bus");
    opened(LATE, URL, "/file");
    releaseTheRest();
    officer.post(path + "/answer/package", Map.of());
    database.write(
        h ->
            h.execute(
                """
                insert into records_answer_piece (answer_id, file, piece, content)
                select answer_id, 'pictures/' || ? || rest, 0, 'half'::bytea
                from records_answer, unnest(array['-1.jpg', '-1.png', '-2.jpg']) as rest
                """,
                number(LATE)));
    goOn(1);

    assertThat(state()).isEqualTo("signing");
    String name = "pictures/" + number(LATE) + "-1.jpg";
    assertThat(pictures()).containsExactly(name);
    assertThat(ImageIO.read(new ByteArrayInputStream(files().get(name)))).isNotNull();
  }
}
