package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.PortName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * A moderator's first evening: first sign-in, a threat that arrives meanwhile, a wrong hide undone
 * by one key.
 */
class ConsoleIT {
  /**
   * Written as WordPress expects it: its author sees the markup as text, and so must everyone else.
   */
  private static final String HOSTILE =
      "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt; what the fuck \u202Egnirts\u202C";

  @Test
  void anAdministratorSignsInSeesCasesArriveAndTakesAHideBackByOneKey() {
    Optional<Chromium> found = Chromium.start();
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    try (Chromium browser = found.orElseThrow();
        ScratchStack stack = ScratchStack.start()) {
      Console.signIn(browser, stack);
      browser.waitUntilShown(By.tagName("h1"), "Queue");
      browser.screenshot("queue-empty");

      int hostile = stack.practice().post(1, "Rick \"><i>", HOSTILE);
      browser.waitFor(By.cssSelector("#pill:not([hidden]), #rows .row"));
      await().until(() -> stack.archive().caseOf(hostile).equals(Optional.of("hide:open/hidden")));
      browser.open(stack.address(PortName.CONSOLE) + "/queue");
      browser.waitUntilShown(By.id("rows"), "<script>alert(1)</script>");
      assertThat(browser.all(By.cssSelector("#rows mark"))).isNotEmpty();
      await().until(() -> !stack.practice().shows(hostile));
      browser.screenshot("queue-hostile");

      browser.waitFor(By.cssSelector("#detail .actions"));
      browser.press("r");
      await().untilAsserted(() -> assertThat(stack.practice().shows(hostile)).isTrue());
      await()
          .untilAsserted(
              () -> assertThat(stack.archive().caseOf(hostile)).contains("hide:restored/restored"));
      assertThat(stack.archive().count("select count(*) from audit")).isPositive();

      fillTheQueue(stack.practice());
      await().until(() -> stack.archive().count("select count(*) from review_case") >= 6);
      browser.open(stack.address(PortName.CONSOLE) + "/queue");
      browser.waitFor(By.cssSelector("#rows .row"));
      browser.press("o");
      browser.waitFor(By.cssSelector("#detail .actions"));
      browser.screenshot("queue");

      for (String page : new String[] {"/accounts", "/policy", "/dead-letters", "/people"}) {
        browser.open(stack.address(PortName.CONSOLE) + page);
        browser.waitFor(By.tagName("h1"));
        browser.screenshot(page.substring(1));
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void fillTheQueue(PracticeSite site) {
    site.post(
        1,
        "no name",
        "I'm bringing my dad's gun to the gym tomorrow at lunch and you will all be sorry");
    site.post(
        1, "m.", "I can't do this anymore. Nobody would even notice if I killed myself tonight.");
    site.post(
        2, "Marcus Bell", "This budget is a disgrace. Every one of them should be voted out.");
    site.post(2, "Rick T.", "This is such bullshit, fix the parking lot you fucking clowns");
    site.post(
        3,
        "sin nombre",
        "Mañana a la salida los voy a matar a todos, voy a llevar una pistola a la escuela");
    site.post(
        3,
        "class clown",
        "everybody prank call Kaylee from 9th grade, her number is 309-555-0147 lol");
  }
}
