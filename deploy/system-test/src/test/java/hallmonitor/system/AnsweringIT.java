package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.PortName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * Tests that a recipient of a threat's notice answers it in the console. The notifier processes the
 * answer a moment later, and the open page shows the result.
 */
class AnsweringIT {
  private static final String PRINCIPAL = "n.okafor@maplevalley12.example";
  private static final By STANDING = By.cssSelector("#escalation .standing");

  private static Chromium browser;
  private static ScratchStack stack;

  @BeforeAll
  static void signIn() {
    Optional<Chromium> found = Chromium.start();
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    browser = found.orElseThrow();
    stack = ScratchStack.start();
    Console.signIn(browser, stack);
    browser.waitUntilShown(By.tagName("h1"), "Queue");
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aThreatIsAcknowledgedHandedOverAndResolvedAndTheLedgerKnowsWhoDidIt() {
    String caseId = aThreat(1, "I am bringing my dad's gun tomorrow and shooting everyone");
    await().atMost(Duration.ofSeconds(20)).until(() -> !stack.mail().to(PRINCIPAL).isEmpty());

    browser.open(stack.address(PortName.CONSOLE) + "/clocks");
    browser.waitUntilShown(By.id("clock-list"), "Threat");
    browser.screenshot("clocks");
    open(caseId);
    browser.click(By.cssSelector("#escalation button[value=acknowledge]"));
    browser.waitUntilShown(STANDING, "Somebody has it · Administrator");
    browser.screenshot("case-acknowledged");

    browser.unfold("Hand over");
    browser.choose("to", "Tom Lindgren");
    browser.click(By.cssSelector("#escalation button[value=hand-over]"));
    browser.waitUntilShown(STANDING, "Waits for an answer · Tom Lindgren");

    browser.unfold("Resolve");
    browser.waitFor(By.cssSelector("#escalation textarea")).sendKeys("Police spoke with him. <b>");
    browser.click(By.cssSelector("#escalation button[value=resolve]"));
    browser.waitUntilShown(STANDING, "Closed");
    browser.waitUntilShown(By.cssSelector("#escalation q"), "Police spoke with him. <b>");
    browser.screenshot("case-resolved");
    browser.open(stack.address(PortName.CONSOLE) + "/clocks");
    browser.waitFor(By.tagName("h1"));

    assertThat(state(caseId)).containsExactly("closed");
    assertThat(
            stack
                .archive()
                .texts(
                    "select answer from case_answer where case_id = '" + caseId + "' order by at"))
        .containsExactly("acknowledge", "hand-over", "resolve");
    assertThat(
            stack
                .archive()
                .count(
                    "select count(*) from case_clock where running and kind = 'acknowledge' and"
                        + " case_id = '"
                        + caseId
                        + "'"))
        .isZero();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatSomebodyWritesStaysWhileOthersAnswerAndThePanelCatchesUpAfterwards() {
    String caseId = aThreat(2, "I will bring a gun to the game on Friday and kill you all");
    open(caseId);
    browser.unfold("Resolve");
    browser.waitFor(By.cssSelector("#escalation textarea")).sendKeys("The counselor");

    long before = timesHeard();

    Console.send(
        browser,
        "/cases/" + caseId + "/answer",
        Map.of("form", UUID.randomUUID().toString(), "answer", "acknowledge"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(state(caseId)).containsExactly("acknowledged"));
    await().atMost(Duration.ofSeconds(20)).until(() -> timesHeard() > before);
    assertThat(browser.waitFor(STANDING).getText()).startsWith("Waits for an answer");
    assertThat(browser.waitFor(By.cssSelector("#escalation textarea")).getAttribute("value"))
        .isEqualTo("The counselor");

    browser.waitFor(By.cssSelector("#escalation textarea")).clear();
    browser.unfold("Resolve");
    browser.waitUntilShown(STANDING, "Somebody has it · Administrator");
    assertThat(browser.complaints()).isEmpty();
  }

  /** Waits until its evidence is sealed. */
  private static void open(String caseId) {
    browser.open(stack.address(PortName.CONSOLE) + "/cases/" + caseId);
    browser.waitUntilShown(By.id("evidence"), "Sealed as record");
  }

  /**
   * Returns how often the page refreshed the alarms: it does shortly after each update of a case.
   */
  private static long timesHeard() {
    return (long)
        browser.read(
            "return performance.getEntriesByType('resource').filter(e =>"
                + " e.name.endsWith('/clocks/alarm')).length");
  }

  private static String aThreat(int post, String text) {
    int comment = stack.practice().post(post, "no name", text);
    String query = "select case_id::text from review_case where comment_id = '" + comment + "'";
    await().atMost(Duration.ofSeconds(20)).until(() -> !stack.archive().texts(query).isEmpty());
    return stack.archive().texts(query).get(0);
  }

  private static List<String> state(String caseId) {
    return stack
        .archive()
        .texts("select state from escalation_state where case_id = '" + caseId + "'");
  }
}
