package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleScreen;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Words are chosen in a browser, by keyboard alone or with the mouse. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RedactionScreenTest extends RedactionsAtWork {
  private ConsoleScreen screen;

  @BeforeEach
  void anItem() throws SQLException {
    found("91", "Zora Pell", "The bus left\r\nToby 👩🏽‍🏫 Wren at 12 Elm Street.");
    screen = ConsoleScreen.orSkip();
    screen.size(1200, 900, false);
    screen.signIn("vega");
    screen.open(at(0));
    screen.until("return document.documentElement.classList.contains('js')");
  }

  @AfterEach
  void close() {
    if (screen != null) {
      screen.close();
    }
  }

  private void chosen(String words) {
    screen.until("return document.querySelector('#chosen').textContent === arguments[0]", words);
  }

  @Test
  void theArrowKeysMoveFromWordToWordAndShiftChoosesMore() {
    screen.press("e");
    screen.until("return document.activeElement.id === 'text'");
    screen.press(Keys.ARROW_RIGHT);
    chosen("The");
    screen.press(Keys.ARROW_RIGHT);
    screen.press(Keys.ARROW_RIGHT);
    screen.press(Keys.ARROW_RIGHT);
    chosen("Toby");
    screen.pressWithShift(Keys.ARROW_RIGHT);
    screen.pressWithShift(Keys.ARROW_RIGHT);
    chosen("Toby 👩🏽‍🏫 Wren");
    screen.press(Keys.ENTER);
    screen.until("return document.activeElement.id === 'ground'");
    screen.read("document.querySelector('#ground').value = arguments[0]", GROUND);
    screen.click("#choose button");
    screen.until("return document.querySelector('#redactions .is-redacted') !== null");

    assertThat(preview(0)).contains("The bus left", MARK).doesNotContain("Toby", "Wren", "👩");
  }

  @Test
  void theMouseChoosesWholeWords() {
    screen.read(
        """
        const text = document.querySelector('#text');
        const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        let node = walk.nextNode();
        while (!node.textContent.includes('Elm')) node = walk.nextNode();
        const at = node.textContent.indexOf('Elm');
        getSelection().setBaseAndExtent(node, at + 1, node, at + 2);
        """);

    chosen("Elm");
    assertThat(screen.read("return document.querySelector('#first').value"))
        .isEqualTo(screen.read("return document.querySelector('#last').value"));
  }

  @Test
  void aPersonAnswersProposalsByKeysAlone() {
    String before = at(0);
    assertThat(page(officer, before)).contains("data-direct=\"y\"");

    long proposed = proposed();
    screen.press("n");
    screen.until(
        "return document.querySelectorAll('.redactable .is-proposed').length < arguments[0]",
        proposed);
    screen.press("a");
    screen.until("return document.querySelector('#redactions .is-redacted') !== null");

    assertThat(texts("select distinct state from records_request_redaction order by 1"))
        .containsExactly("confirmed", "rejected");
  }

  private long proposed() {
    return page(officer, at(0)).split("name=\"key\"", -1).length - 1;
  }

  @Test
  void nothingScrollsSidewaysOnAPhone() {
    screen.size(320, 800, true);
    redact(0, "words", "Elm");
    screen.open(at(0));

    screen.picture("redaction-phone");
    assertThat(
            screen.read(
                """
                return [...document.querySelectorAll('#redactions *:not(option, .unseen)')]
                  .filter(part => part.getBoundingClientRect().right > innerWidth).map(part => part.outerHTML);
                """))
        .isEqualTo(List.of());
    assertThat(screen.read("return document.documentElement.scrollWidth <= innerWidth"))
        .as("the page scrolls sideways")
        .isEqualTo(true);
  }
}
