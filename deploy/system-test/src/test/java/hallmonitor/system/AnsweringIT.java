package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.PortName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Somebody who has read the notice of a threat answers it in the console. */
class AnsweringIT {
  private static final String PRINCIPAL = "n.okafor@maplevalley12.example";
  private static final By PANEL = By.id("escalation");

  @Test
  void aThreatIsAcknowledgedHandedOverAndResolvedAndTheLedgerKnowsWhoDidIt() {
    Optional<Chromium> found = Chromium.start();
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    try (Chromium browser = found.orElseThrow();
        ScratchStack stack = ScratchStack.start()) {
      Console.signIn(browser, stack);
      browser.waitUntilShown(By.tagName("h1"), "Queue");
      int threat =
          stack
              .practice()
              .post(1, "no name", "I am bringing my dad's gun tomorrow and shooting everyone");
      await().atMost(Duration.ofSeconds(20)).until(() -> !stack.mail().to(PRINCIPAL).isEmpty());
      String caseId =
          stack
              .archive()
              .texts("select case_id::text from review_case where comment_id = '" + threat + "'")
              .get(0);

      browser.open(stack.address(PortName.CONSOLE) + "/clocks");
      browser.waitUntilShown(By.id("clock-list"), "Threat");
      browser.screenshot("clocks");
      browser.open(stack.address(PortName.CONSOLE) + "/cases/" + caseId);
      browser.waitUntilShown(By.id("evidence"), "Sealed as record");
      browser.click(By.cssSelector("#escalation button[value=acknowledge]"));
      browser.waitUntilShown(PANEL, "Acknowledged");
      browser.screenshot("case-acknowledged");

      browser.unfold("Hand over");
      browser.choose("to", "Tom Lindgren");
      browser.click(By.cssSelector("#escalation button[value=hand-over]"));
      browser.waitUntilShown(PANEL, "Tom Lindgren");

      browser.unfold("Resolve");
      browser
          .waitFor(By.cssSelector("#escalation textarea"))
          .sendKeys("Police spoke with him. <b>");
      browser.click(By.cssSelector("#escalation button[value=resolve]"));
      browser.waitUntilShown(PANEL, "Police spoke with him. <b>");
      browser.screenshot("case-resolved");
      browser.open(stack.address(PortName.CONSOLE) + "/clocks");
      browser.waitFor(By.tagName("h1"));

      assertThat(stack.archive().texts("select state from escalation_state"))
          .containsExactly("closed");
      assertThat(
              stack
                  .archive()
                  .texts(
                      "select answer from case_answer where case_id = '"
                          + caseId
                          + "' order by at"))
          .isEqualTo(List.of("acknowledge", "hand-over", "resolve"));
      assertThat(
              stack
                  .archive()
                  .count("select count(*) from case_clock where running and kind = 'acknowledge'"))
          .isZero();
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
