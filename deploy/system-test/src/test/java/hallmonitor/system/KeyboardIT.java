package hallmonitor.system;

import static hallmonitor.system.TwoModerators.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hallmonitor.system.Moderator.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Two moderators at one queue who use only the keyboard. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyboardIT {
  /** Number of cases that the two work through: {@code -Dkeyboard.cases=200} for a longer run. */
  private static final int CASES = Integer.getInteger("keyboard.cases", 60);

  private static TwoModerators two;
  private static Moderator ada;
  private static Moderator ben;

  @BeforeAll
  static void signIn() {
    Optional<TwoModerators> found = TwoModerators.signedIn();
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    two = found.orElseThrow();
    ada = two.ada;
    ben = two.ben;
  }

  @AfterAll
  static void stop() {
    if (two != null) {
      two.close();
    }
  }

  @Test
  @Order(1)
  void eachKeyDoesInTheQueueWhatTheListOfKeysSays() {
    two.post(8, number -> true);
    two.queue(ada);
    two.queue(ben);
    List<String> cases = ada.caseIds();
    assertThat(cases).hasSize(8);

    ada.press("?");
    ada.browser.waitFor(By.cssSelector("#keys[open]"));
    ada.browser.screenshot("keys-queue");
    ada.press("c");
    ada.press(Keys.ESCAPE);
    assertThat(ada.row(cases.get(0)).open()).as("keys do nothing behind the list of keys").isTrue();

    ada.untilCurrent(cases.get(0));
    ada.untilOpen(cases.get(0));
    ada.press("n");
    ada.untilCurrent(cases.get(1));
    ada.press("k");
    ada.press("k");
    ada.untilCurrent(cases.get(0));
    ada.press("o");
    ada.untilOpen(cases.get(0));

    decides("c");
    ada.untilCurrent(cases.get(1));
    decides("r");
    ada.untilCurrent(cases.get(2));
    decides("r");
    ada.untilCurrent(cases.get(3));
    // Immediately: the platform's restore in the meantime must not move the selection.
    ada.press("u");
    ada.until(cases.get(2), Row::open);
    ada.untilCurrent(cases.get(2));
    decides("i");
    ada.untilCurrent(cases.get(3));

    ada.press("l");
    ben.browser.waitUntilShown(By.id("case-" + cases.get(3)), ada.name + " is reviewing this.");
    ada.browser.waitFor(By.cssSelector("#case-" + cases.get(3) + "[data-mine]"));
    ada.press("l");
    ada.untilTold("Released. Others can pick up this case.");

    ada.press("m");
    ada.browser.waitFor(By.cssSelector("#ask[open] [name=note]"));
    ada.press("cr is what was typed" + Keys.ENTER);
    ada.untilTold("Note saved.");
    ada.untilCurrent(cases.get(3));
    ada.press("m");
    ada.browser.waitFor(By.cssSelector("#ask[open] [name=note]"));
    ada.press(Keys.ESCAPE);
    ada.untilCurrent(cases.get(3));

    escalate(cases.get(3));

    ada.press("s");
    ada.untilCurrent(cases.get(4));
    assertThat(ada.row(cases.get(3)).skipped()).isTrue();
    ada.press("u");
    ada.until(cases.get(2), Row::open);
    ada.untilCurrent(cases.get(2));
    decides("c");
    ada.untilCurrent(cases.get(4));

    ada.press("x");
    ada.press("j");
    ada.press("j");
    ada.press("x");
    ada.browser.waitUntilShown(By.id("bulk-count"), "2 selected");
    ada.press("x");
    ada.press("x");
    ada.browser.waitUntilShown(By.id("bulk-count"), "2 selected");
    ada.browser.waitFor(By.cssSelector("#bulk button[value=confirm]")).sendKeys(Keys.ENTER);
    ada.browser.waitUntilShown(By.tagName("main"), "2 of 2 can be done");
    ada.browser.screenshot("bulk-preview");
    ada.browser.waitFor(By.xpath("//button[normalize-space()='Confirm']")).sendKeys(Keys.ENTER);
    ada.browser.waitUntilShown(By.tagName("h1"), "2 of 2 done");

    two.queue(ada);
    ada.untilOpen(cases.get(3));
    ada.press("t");
    ada.browser.waitFor(By.id("case-page"));
    assertThat(ada.browser.address()).as("the next that nobody reviews").endsWith(cases.get(5));
    assertThat(two.states(cases))
        .containsExactly(
            "confirmed", "restored", "confirmed", "open", "confirmed", "open", "confirmed", "open");
  }

  private static void decides(String key) {
    Row row = ada.decide(key);
    assertThat(row.problem()).isEmpty();
    assertThat(row.gone()).isTrue();
  }

  private static void untilOffered(String key, String label) {
    eventually(
        () ->
            assertThat(
                    ada.browser.read(
                        "return"
                            + " document.querySelector(`[data-key='${arguments[0]}']`).textContent.trim()",
                        key))
                .isEqualTo(label));
  }

  /** The clause names no one, so the moderator chooses who to notify. */
  private static void escalate(String caseId) {
    ada.press("e");
    ada.browser.waitFor(By.cssSelector("#ask[open] [name=note]"));
    ada.press("Somebody must look at this." + Keys.ENTER);
    ada.browser.waitUntilShown(By.id("ask-problem"), "Choose who to notify.");
    // Moves past the reason and the urgency to the last of the roles.
    ada.browser.pressBack();
    ada.browser.pressBack();
    ada.browser.pressBack();
    ada.press(" ");
    ada.press(Keys.ENTER);
    eventually(
        () ->
            assertThat(
                    two.count("select count(*) from escalation_state where case_id = '%s'", caseId))
                .isOne());
    eventually(() -> assertThat(ada.browser.all(By.cssSelector("#ask[open]"))).isEmpty());
    assertThat(ada.row(caseId).open()).as("an escalation decides nothing").isTrue();
    ada.untilCurrent(caseId);
  }

  @Test
  @Order(2)
  void eachKeyDoesOnThePageOfACaseWhatTheListOfKeysSays() {
    two.post(3, number -> true);
    two.queue(ada);
    List<String> all = ada.caseIds();
    List<String> cases = all.subList(all.size() - 3, all.size());
    two.onPage(ada, cases.get(0));

    ada.press("?");
    ada.browser.waitFor(By.cssSelector("#keys[open]"));
    assertThat(ada.browser.waitFor(By.id("keys")).getText()).doesNotContain("select it");
    ada.press(Keys.ESCAPE);
    ada.press("l");
    untilOffered("l", "Release");
    ada.press("l");
    untilOffered("l", "Assign to me");

    ada.press("m");
    ada.browser.waitFor(By.cssSelector("#words [name=note]"));
    ada.press("cr is what was typed" + Keys.ENTER);
    eventually(
        () ->
            assertThat(two.texts("select detail from case_event where kind = 'note'"))
                .hasSize(2)
                .containsOnly("cr is what was typed"));
    ada.browser.waitFor(By.cssSelector("#case-page [data-key=c]"));
    ada.press("m");
    ada.press("rrr");
    ada.press(Keys.ESCAPE);
    ada.press("c");
    ada.browser.waitUntilShown(By.className("decided"), "confirmed");
    ada.press("u");
    ada.browser.waitFor(By.cssSelector("[data-key=c]"));
    assertThat(two.states(cases)).containsOnly("open");
    ada.press("r");
    ada.browser.waitUntilShown(By.className("decided"), ada.name);
    ada.press("n");
    eventually(() -> assertThat(ada.browser.address()).endsWith(cases.get(1)));
    ada.press("s");
    eventually(() -> assertThat(ada.browser.address()).endsWith(cases.get(2)));
    ada.press("i");
    ada.browser.waitUntilShown(By.className("decided"), ada.name);
    ada.press("e");
    ada.browser.waitFor(By.cssSelector("#escalate [name=note]"));
    ada.press(Keys.ESCAPE);
    ada.press("t");
    eventually(() -> assertThat(ada.browser.address()).doesNotEndWith(cases.get(2)));
    ada.browser.waitFor(By.cssSelector("#case-page [data-key=c], #case-page [data-key=r]"));
    assertThat(two.states(cases)).containsExactly("restored", "open", "restored");
  }

  @Test
  @Order(3)
  void anyoneWhoIsLateIsToldInASentenceAndOverwritesNothing() {
    two.post(2, number -> true);
    ben.browser.withoutReaching("*/events*");
    two.queue(ben);
    two.queue(ada);
    String caseId = ben.current().orElseThrow().caseId();
    ada.goTo(caseId);
    decides("c");

    assertThat(ben.decide("r").problem())
        .isEqualTo(
            ada.name + " decided this first. Nothing was changed. This is its current state.");
    ben.untilCurrent(caseId);
    ben.browser.screenshot("decided-first");
    assertThat(two.states(List.of(caseId))).containsExactly("confirmed");
    ben.browser.withoutReaching();
  }

  @Test
  @Order(4)
  void aPaneThatIsNewerThanItsRowTakesNoDecisionBack() {
    two.post(1, number -> true);
    ben.browser.withoutReaching("*/cases/*/row");
    two.queue(ben);
    two.queue(ada);
    String caseId = ben.current().orElseThrow().caseId();
    ben.untilOpen(caseId);
    ada.goTo(caseId);
    decides("c");
    ben.browser.waitUntilShown(By.cssSelector("#detail .decided"), "confirmed");

    assertThat(ben.decide("r").problem())
        .isEqualTo(
            ada.name + " decided this first. Nothing was changed. This is its current state.");
    assertThat(two.states(List.of(caseId))).containsExactly("confirmed");
    ben.browser.withoutReaching();
  }

  @Test
  @Order(5)
  void twoModeratorsDecideEveryCaseOnce() {
    two.post(CASES, number -> number % 3 != 0);
    DecidedOnce once = DecidedOnce.from(two);
    assertThat(once.open()).hasSizeGreaterThanOrEqualTo(CASES);
    two.queue(ada);
    two.queue(ben);

    List<Worked> worked = Worked.throughTheQueue(two);

    Worked.record(worked);
    once.check(worked);
    assertThat(ada.browser.complaints()).allMatch(said -> said.contains("status of 409"));
  }
}
