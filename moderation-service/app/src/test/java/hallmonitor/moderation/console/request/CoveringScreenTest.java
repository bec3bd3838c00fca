package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.ConsoleScreen;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * A part of a picture is covered in a browser, by keyboard alone or with the mouse. Each picture of
 * an item has a form of its own.
 */
@ConsoleTest
@TestProfile(FullDistrict.class)
class CoveringScreenTest extends RedactionsAtWork {
  private static final String VEILED =
      "return document.querySelectorAll('figure.picture.veiled img').length === 2";
  private static final String SHOWN =
      """
      const images = [...document.querySelectorAll('figure.picture:not(.veiled) img')];
      return images.length === 2
        && images.every(image => image.src.endsWith('/file') && image.naturalWidth === 400);
      """;

  /** Whether the picture with this number has a frame at these percents, and no other has one. */
  private static final String FRAMED =
      """
      const image = document.querySelectorAll('figure.picture img')[arguments[0] - 1].getBoundingClientRect();
      const frames = document.querySelectorAll('.cover-frame');
      const frame = frames[0]?.getBoundingClientRect();
      const near = (one, other) => Math.abs(one - other) <= 2;
      return frames.length === 1
        && near(frame.left, image.left + image.width * arguments[1] / 100)
        && near(frame.top, image.top + image.height * arguments[2] / 100)
        && near(frame.right, image.left + image.width * arguments[3] / 100)
        && near(frame.bottom, image.top + image.height * arguments[4] / 100);
      """;

  private ConsoleScreen screen;
  private List<String> urls = List.of();

  @BeforeEach
  void anItemWithTwoPictures() throws SQLException {
    found("81", "Dana Reyes", "See these");
    PictureHost host = PictureHost.shared();
    urls =
        List.of(
            host.has("/cover-screen-1.png", PictureHost.picture("png", 400, 300)),
            host.has("/cover-screen-2.png", PictureHost.picture("png", 400, 300)));
    database.write(
        h ->
            h.execute(
                "update revision set attachments = ? where comment_id = '81'",
                (Object) urls.toArray(String[]::new)));
    screen = ConsoleScreen.orSkip();
    screen.size(1280, 900, false);
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

  private void covered(int picture) {
    screen.read(
        "document.querySelector('#cover-ground-" + picture + "').value = arguments[0]", GROUND);
    screen.click("#cover-" + picture + " .decide button");
    screen.until("return document.querySelector('#redactions .redaction-list code') !== null");
  }

  private String area() {
    return one(
        """
        select concat_ws(' ', address, area_left, area_top, area_right, area_bottom)
        from records_request_redaction
        """);
  }

  @Test
  void theKeysShowThePicturesAndChangeTheFrameOfTheOneInFocus() {
    screen.press("b");
    screen.until(SHOWN);
    screen.read(
        "[...document.querySelectorAll('figure.picture button')].at(-1).focus({preventScroll: true})");

    screen.press("p");
    screen.until("return document.activeElement.id === 'cover-left-2'");
    screen.until(FRAMED, 2, 25, 25, 75, 75);
    screen.press(Keys.ARROW_UP);
    screen.press(Keys.ARROW_UP);
    screen.until(FRAMED, 2, 26, 25, 75, 75);
    screen.picture("covering");
    assertThat(screen.violations()).as("axe").isEmpty();
    covered(2);

    assertThat(area()).isEqualTo(urls.get(1) + " 260 250 750 750");
  }

  @Test
  void thePictureInSightHasTheFormIfNoneIsInFocus() {
    screen.press("b");
    screen.until(SHOWN);
    screen.read("document.activeElement.blur()");
    screen.read(
        "document.querySelectorAll('.covered-picture')[1].scrollIntoView({ block: 'start', behavior: 'instant' })");

    screen.press("p");
    screen.until("return document.activeElement.id === 'cover-left-2'");

    screen.read("document.activeElement.blur()");
    screen.read(
        "document.querySelectorAll('.covered-picture')[0].scrollIntoView({ block: 'center', behavior: 'instant' })");
    screen.press("p");
    screen.until("return document.activeElement.id === 'cover-left-1'");
  }

  @Test
  void theMouseDrawsTheFrameInThePictureThatItPresses() {
    screen.press("b");
    screen.until(SHOWN);
    screen.read(
        """
        const image = document.querySelectorAll('figure.picture img')[0];
        const box = image.getBoundingClientRect();
        const send = (kind, x, y) => image.dispatchEvent(new PointerEvent(kind, { bubbles: true, button: 0,
          clientX: box.left + box.width * x, clientY: box.top + box.height * y }));
        send('pointerdown', .6, .8);
        send('pointermove', .1, .2);
        send('pointerup', .1, .2);
        send('pointermove', .9, .9);
        """);
    screen.until(FRAMED, 1, 10, 20, 60, 80);
    assertThat(screen.read("return document.querySelector('#cover-2').open")).isEqualTo(false);
    covered(1);

    assertThat(area()).isEqualTo(urls.get(0) + " 100 200 600 800");
  }

  @Test
  void eachFieldSaysItsPicture() {
    assertThat(
            screen.read(
                """
                const names = number => [...document.querySelectorAll(`#cover-${number} [role=group]`)].map(group =>
                  group.getAttribute('aria-label'));
                return [...names(1), ...names(2)].join(', ');
                """))
        .isEqualTo("The part of picture 1, The part of picture 2");
    assertThat(
            screen.read(
                "return document.querySelector('#cover-2 .decide button').textContent.trim()"))
        .isEqualTo("Cover this part of picture 2");
  }

  @Test
  void nothingScrollsSidewaysOnAPhoneInSpanish() {
    screen.read("document.querySelector('form.language button').click()");
    screen.until("return document.documentElement.lang === 'es'");
    screen.size(390, 844, true);
    screen.open(at(0));
    screen.until(VEILED);
    screen.read(
        """
        document.querySelector('#cover-1 summary').scrollIntoView({ block: 'center', behavior: 'instant' });
        document.querySelector('#cover-1 summary').click();
        """);
    screen.until("return document.querySelector('#cover-1').open");

    screen.picture("covering-phone-es");
    assertThat(screen.violations()).as("axe").isEmpty();
    assertThat(screen.read("return document.documentElement.scrollWidth <= innerWidth"))
        .as("the page scrolls sideways")
        .isEqualTo(true);
  }
}
