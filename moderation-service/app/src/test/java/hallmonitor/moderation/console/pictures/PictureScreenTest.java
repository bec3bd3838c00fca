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
  void onThePageOfTheCaseTheButtonSaysWhatItDoes() {
    screen.open("/cases/" + id);
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
