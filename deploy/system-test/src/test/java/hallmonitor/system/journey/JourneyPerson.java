package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.Chromium;
import hallmonitor.system.Console;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A person at the console who finds elements by their visible text. */
record JourneyPerson(Chromium browser, String console) {
  private static final String SIDEWAYS =
      "const page = document.scrollingElement; return page.scrollWidth > page.clientWidth;";

  void open(String path) {
    browser.open(console + path);
    browser.waitFor(By.tagName("h1"));
  }

  /** Returns the page's text. */
  String page() {
    return browser.textOf(By.tagName("main"));
  }

  void reads(String text) {
    browser.waitUntilShown(By.tagName("main"), text);
  }

  /** Presses the button with this name or prefix. */
  void press(String name) {
    browser.click(button(name));
  }

  void follow(String name) {
    browser.click(By.xpath("//main//a[starts-with(normalize-space(), '" + name + "')]"));
  }

  /**
   * Sends a public form again until it is taken: one that comes at once is taken for a program's.
   */
  void sendsUntil(String button, String answer) {
    Schools.eventually(
        () -> {
          if (!page().contains(answer)) {
            press(button);
          }
          assertThat(page()).contains(answer);
        });
  }

  boolean isOffered(String name) {
    return browser.all(button(name)).stream().anyMatch(WebElement::isDisplayed);
  }

  private static By button(String name) {
    return By.xpath("//main//button[starts-with(normalize-space(), \"" + name + "\")]");
  }

  /** Chooses from a list, including one with counts in its entries. */
  void choose(String name, String beginning) {
    String entry =
        "//select[@name='"
            + name
            + "']/option[starts-with(normalize-space(), '"
            + beginning
            + "')]";
    browser.choose(name, browser.textOf(By.xpath(entry)));
  }

  /** Writes into the field with this label. */
  void write(String label, String text) {
    WebElement field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  WebElement field(String label) {
    WebElement found =
        browser.waitFor(By.xpath("//main//label[normalize-space()='" + label + "']"));
    return browser.waitFor(By.id(found.getDomAttribute("for")));
  }

  /**
   * Checks the page: saves a screenshot, nothing overflows, and the browser has no complaint.
   *
   * @param expected permitted browser messages, such as {@code status of 404}
   */
  void look(String name, String... expected) {
    browser.screenshotOfAll("journeys/" + name);
    assertThat(browser.read(SIDEWAYS)).as("%s scrolls sideways", name).isEqualTo(false);
    assertThat(browser.complaints())
        .as("the browser on %s", name)
        .allMatch(said -> List.of(expected).stream().anyMatch(said::contains));
  }

  /** Checks the page on the desktop in light and on a phone in dark, and asks axe about both. */
  void looksEverywhere(String name, String... expected) {
    assertThat(browser.violations()).as("axe on %s", name).isEmpty();
    look(name, expected);
    browser.screen(360, 640, true);
    assertThat(browser.violations()).as("axe on %s, phone and dark", name).isEmpty();
    look(name + "-phone", expected);
    browser.screen(1280, 900, false);
  }

  /** Chooses the language in which the console speaks to this person. */
  void speaks(String language) {
    Console.send(browser, "/language", Map.of("language", language, "back", "/home"));
  }
}
