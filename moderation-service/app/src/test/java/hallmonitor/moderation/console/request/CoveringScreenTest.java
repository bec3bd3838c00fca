package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleScreen;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A part of a picture is covered in a browser, by keyboard alone or with the mouse. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class CoveringScreenTest extends RedactionsAtWork {
  private static final String VEILED =
      "return document.querySelector('figure.picture.veiled img') !== null";
  private static final String SHOWN =
      "const image = document.querySelector('figure.picture:not(.veiled) img');"
          + "return image?.src.endsWith('/file') && image.naturalWidth === 400";
  private static final String FRAMED =
      """
      const image = document.querySelector('figure.picture img').getBoundingClientRect();
      const frame = document.querySelector('.cover-frame')?.getBoundingClientRect();
      const near = (one, other) => Math.abs(one - other) <= 2;
      return frame !== undefined
        && near(frame.left, image.left + image.width * arguments[0] / 100)
        && near(frame.top, image.top + image.height * arguments[1] / 100)
        && near(frame.right, image.left + image.width * arguments[2] / 100)
        && near(frame.bottom, image.top + image.height * arguments[3] / 100);
      """;

  private ConsoleScreen screen;

  @BeforeEach
  void anItemWithAPicture() throws SQLException {
    found("81", "Dana Reyes", "See this");
    String url =
        PictureHost.shared().has("/cover-screen.png", PictureHost.picture("png", 400, 300));
    database.write(
        h -> h.execute("update revision set attachments = array[?] where comment_id = '81'", url));
    screen = ConsoleScreen.orSkip();
    screen.size(1200, 900, false);
    screen.signIn("vega");
    screen.open(at(0));
    screen.until("return document.querySelector('form[data-fetch]') !== null");
    screen.press("b");
    screen.until(VEILED);
  }

  @AfterEach
  void close() {
    if (screen != null) {
      screen.close();
    }
  }

  private void covered() {
    screen.read("document.querySelector('#cover-ground').value = arguments[0]", GROUND);
    screen.click("#covering button");
    screen.until("return document.querySelector('#redactions .redaction-list code') !== null");
  }

  private String area() {
    return one(
        """
        select concat_ws(' ', area_left, area_top, area_right, area_bottom)
        from records_request_redaction
        """);
  }

  @Test
  void theKeysShowThePictureAndChangeTheFrame() {
    screen.press("b");
    screen.until(SHOWN);
    screen.until(FRAMED, 25, 25, 75, 75);

    screen.press("p");
    screen.until("return document.activeElement.id === 'cover-picture'");
    screen.press(Keys.TAB);
    screen.until("return document.activeElement.id === 'cover-left'");
    screen.press(Keys.ARROW_UP);
    screen.press(Keys.ARROW_UP);
    screen.until(FRAMED, 26, 25, 75, 75);
    screen.picture("covering");
    assertThat(screen.violations()).as("axe").isEmpty();
    covered();

    assertThat(area()).isEqualTo("260 250 750 750");
  }

  @Test
  void theMouseDrawsTheFrame() {
    screen.press("b");
    screen.until(SHOWN);
    screen.read(
        """
        const image = document.querySelector('figure.picture img');
        const box = image.getBoundingClientRect();
        const send = (kind, x, y) => image.dispatchEvent(new PointerEvent(kind, { bubbles: true, button: 0,
          clientX: box.left + box.width * x, clientY: box.top + box.height * y }));
        send('pointerdown', .6, .8);
        send('pointermove', .1, .2);
        send('pointerup', .1, .2);
        send('pointermove', .9, .9);
        """);
    screen.until(FRAMED, 10, 20, 60, 80);
    covered();

    assertThat(area()).isEqualTo("100 200 600 800");
  }

  @Test
  void nothingScrollsSidewaysOnAPhoneInSpanish() {
    screen.read("document.querySelector('form.language button').click()");
    screen.until("return document.documentElement.lang === 'es'");
    screen.size(390, 844, true);
    screen.open(at(0));
    screen.until(VEILED);

    screen.picture("covering-phone-es");
    assertThat(screen.violations()).as("axe").isEmpty();
    assertThat(screen.read("return document.documentElement.scrollWidth <= innerWidth"))
        .as("the page scrolls sideways")
        .isEqualTo(true);
  }
}
