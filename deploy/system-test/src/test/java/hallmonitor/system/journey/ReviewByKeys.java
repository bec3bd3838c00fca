package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A records officer who reads the items of a request and decides them by keyboard. */
final class ReviewByKeys {
  /** The beginning of the ground that is typed. */
  private static final String GROUND = "Personally";

  /** For each box of the list, whether its item needs more thought. */
  private static final String THOUGHT =
      """
      return [...document.querySelectorAll(".listed input[type=checkbox]")].map(box =>
        [...arguments].some(words => box.closest("li").textContent.includes(words)));
      """;

  private final JourneyPerson officer;
  private final int all;
  private int lists;
  private int decided;

  /**
   * Creates it.
   *
   * @param all the number of items
   */
  ReviewByKeys(JourneyPerson officer, int all) {
    this.officer = officer;
    this.all = all;
  }

  /** Decides all lists, and clears the boxes of what needs more thought. */
  void allLists() {
    while (officer.browser().address().contains("/list")) {
      list();
    }
  }

  private void list() {
    isReady();
    @SuppressWarnings("unchecked")
    List<Boolean> thought =
        (List<Boolean>)
            officer.browser().read(THOUGHT, ChoirComments.ABOUT_A_CHILD, ChoirComments.DESCRIPTION);
    assertThat(thought).isNotEmpty();
    for (boolean needed : thought) {
      officer.browser().press("j");
      if (needed) {
        officer.browser().press(" ");
        assertThat(officer.browser().read("return document.activeElement.checked;"))
            .isEqualTo(false);
      }
      decided += needed ? 0 : 1;
    }
    officer.browser().press("r");
    officer.reads(decided + " of " + all + " decided");
    lists++;
  }

  /** Returns how many lists were decided. */
  int lists() {
    return lists;
  }

  /** Withholds the item that is open, or redacts it by hand. */
  void one() {
    isReady();
    String item = page();
    if (officer.browser().textOf(By.id("text")).contains(ChoirComments.ABOUT_A_CHILD)) {
      officer.field("Exemption, to withhold it").sendKeys(GROUND, Keys.ESCAPE);
      officer.browser().press("w");
    } else {
      redact();
      isReady();
      officer.browser().press("x");
    }
    Schools.eventually(() -> assertThat(page()).isNotEqualTo(item));
  }

  /** Chooses two words of the text with the arrow keys. */
  private void redact() {
    officer.browser().press("e");
    for (int word = 0; word < ChoirComments.DESCRIBED_AT; word++) {
      officer.browser().press(Keys.ARROW_RIGHT);
    }
    officer.browser().pressWith(Keys.SHIFT, Keys.ARROW_RIGHT);
    assertThat(officer.browser().textOf(By.id("chosen"))).isEqualTo(ChoirComments.DESCRIPTION);
    officer.browser().press(Keys.ENTER);
    officer.browser().press(GROUND);
    officer.browser().press(Keys.TAB);
    officer.browser().press(Keys.ENTER);
    officer.browser().waitFor(By.cssSelector("mark.is-redacted"));
  }

  /** Keys are heard when the scripts of a page have run. */
  private void isReady() {
    Schools.eventually(
        () ->
            assertThat(officer.browser().read("return document.readyState;"))
                .isEqualTo("complete"));
  }

  /** Returns the address without the place within the page. */
  private String page() {
    return officer.browser().address().replaceAll("#.*", "");
  }
}
