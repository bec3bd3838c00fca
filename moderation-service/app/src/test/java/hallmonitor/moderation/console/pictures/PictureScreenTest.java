package hallmonitor.moderation.console.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleScreen;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import io.quarkus.test.junit.TestProfile;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests pictures in a browser: blurred, and seen with one key or a button. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class PictureScreenTest extends NovakAtWork {
  private static final String FIRST = "const image = document.querySelector('figure.picture img');";
  private static final String VEILED = FIRST + "return image?.src.startsWith('data:image/png')";
  private static final String SHOWN =
      FIRST + "return image.src.endsWith('/file') && image.naturalWidth === 400";

  private static final String ASKABLE =
      "return document.querySelectorAll('form[data-fetch]').length === 2";

  private static final String VIDEO = "https://videos.example/clip.mp4";
  private static final String FRAMES =
      "const frames = [...document.querySelectorAll('.frames figure.picture')];";
  private static final String FRAMES_VEILED =
      FRAMES
          + "return frames.length === 2 && frames.every(f => f.classList.contains('veiled')"
          + " && f.querySelector('img').src.startsWith('data:image/png'))";
  private static final String FRAMES_SHOWN =
      FRAMES
          + "return frames.map(f => f.querySelector('img')).every((image, i) =>"
          + " image.src.endsWith(['/frames/3', '/frames/65'][i])"
          + " && image.naturalWidth === [400, 200][i])";

  private static Optional<ConsoleScreen> found;
  private ConsoleScreen screen;
  private UUID id;

  @BeforeAll
  static void start() {
    found = ConsoleScreen.start();
  }

  @AfterAll
  static void stop() {
    found.ifPresent(ConsoleScreen::close);
  }

  @BeforeEach
  void aCaseWithPictures() {
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    screen = found.orElseThrow();
    PictureHost host = PictureHost.shared();
    id =
        PictureSeed.aCase(
            seed,
            database,
            StaffSeed.OWN,
            host.has("/screen.png", PictureHost.picture("png", 400, 300)),
            host.address() + "/gone.png");
    screen.size(1440, 900, false);
    screen.signIn("novak");
  }

  private long looks() {
    return deciding.texts("select act from audit where act = 'picture-read'").size();
  }

  @Test
  void besideTheQueueOneKeyShowsThePictureAndBlursItAgain() {
    screen.open("/queue?state=open");
    screen.until(ASKABLE);
    screen.picture("pictures-not-kept");
    screen.press("b");
    screen.until(VEILED);
    screen.until("return document.querySelector('#detail').innerText.includes('no longer has it')");
    screen.picture("pictures-veiled");
    assertThat(looks()).isZero();

    screen.press("b");
    screen.until(SHOWN);
    screen.picture("pictures-shown");
    assertThat(looks()).isEqualTo(1);
    screen.press("b");
    screen.until(VEILED);
  }

  @Test
  void oneKeyShowsAllFramesOfAVideoAndBlursThemAgain() {
    aVideo();
    screen.until(FRAMES_VEILED);
    assertThat(screen.text(".frames p"))
        .isEqualTo("Picture 1 of 1 is a video. These are still frames of it. From videos.example.");
    noViolations("video-veiled");
    assertThat(looks()).isZero();

    screen.press("b");
    screen.until(FRAMES_SHOWN);
    assertThat(screen.text(".frames figure:last-of-type button")).isEqualTo("Blur the picture");
    noViolations("video-shown");
    assertThat(deciding.texts("select distinct actor from audit where act = 'picture-read'"))
        .containsExactly("novak");
    screen.press("b");
    screen.until(FRAMES_VEILED);
  }

  @Test
  void framesOfAVideoSpeakSpanish() {
    aVideo();
    screen.read("document.querySelector('form.language button').click()");
    screen.until("return document.documentElement.lang === 'es'");
    screen.until(FRAMES_VEILED);
    assertThat(screen.text(".frames p"))
        .startsWith("La imagen 1 de 1 es un video. Estos son algunos de sus fotogramas.");
    assertThat(screen.text(".frames figcaption"))
        .contains("Mostrar la imagen", "Fotograma del video en 0:03");
    noViolations("video-veiled-es");

    screen.press("b");
    screen.until(FRAMES_SHOWN);
    assertThat(screen.text(".frames button")).isEqualTo("Dejar borrosa la imagen");
    noViolations("video-shown-es");
  }

  /** Opens a case with a video. Two frames of it are kept. */
  private void aVideo() {
    UUID video = PictureSeed.aCase(seed, database, StaffSeed.OWN, VIDEO);
    PictureSeed.keepFrame(database, video, VIDEO, 3, PictureHost.picture("jpeg", 400, 300));
    PictureSeed.keepFrame(database, video, VIDEO, 65, PictureHost.picture("jpeg", 200, 100));
    screen.open("/cases/" + video);
  }

  private void noViolations(String name) {
    screen.size(1440, 900, false);
    screen.picture(name);
    assertThat(screen.violations()).as("axe on %s, wide and light", name).isEmpty();
    screen.size(390, 844, true);
    screen.picture(name + "-phone-dark");
    assertThat(screen.violations()).as("axe on %s, phone and dark", name).isEmpty();
    screen.size(1440, 900, false);
  }

  @Test
  void onThePageOfTheCaseTheButtonSaysWhatItDoes() {
    screen.open("/cases/" + id);
    screen.until(ASKABLE);
    assertThat(screen.text("form[data-fetch] button")).isEqualTo("Fetch the picture");
    noViolations("picture-not-kept");
    screen.open("/cases/" + id);
    screen.until(ASKABLE);
    screen.click("form[data-fetch] button");
    screen.until(VEILED);
    String button = "figure.picture button";
    assertThat(screen.text(button)).isEqualTo("Show the picture");

    screen.click(button);
    screen.until(SHOWN);
    assertThat(screen.text(button)).isEqualTo("Blur the picture");
    screen.click(button);
    screen.until(VEILED);
    assertThat(screen.text(button)).isEqualTo("Show the picture");
  }
}
