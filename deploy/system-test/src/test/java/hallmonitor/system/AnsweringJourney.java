package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.PortName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;

/**
 * Tests that a recipient of a threat's notice answers it in the console. The notifier processes the
 * answer a moment later, and the open page shows the result.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AnsweringJourney {
  private static final String PRINCIPAL = "n.okafor@maplevalley12.example";
  private static final By STANDING = By.cssSelector("#escalation .standing");

  private final Chromium browser;
  private final ScratchStack stack;

  AnsweringJourney(FreshConsole console) {
    browser = console.browser();
    stack = console.stack();
  }

  @BeforeAll
  void startAtTheQueue() {
    // So that nobody waits here for what moderators do within a minute.
    stack.changeEscalations(text -> text.replace("news-within: 60s", "news-within: 2s"));
    browser.open(stack.address(PortName.CONSOLE) + "/queue");
    browser.waitUntilShown(By.tagName("h1"), "Queue");
  }

  @Test
  void aThreatIsAcknowledgedHandedOverAndResolvedAndTheLedgerKnowsWhoDidIt() {
    String caseId = aThreat(1, "I am bringing my dad's gun tomorrow and shooting everyone");

    browser.open(stack.address(PortName.CONSOLE) + "/clocks");
    browser.waitUntilShown(By.cssSelector("#clock-list a[href*='" + caseId + "']"), "Threat");
    browser.screenshot("clocks");
    open(caseId);
    browser.click(By.cssSelector("#escalation button[value=acknowledge]"));
    browser.waitUntilShown(STANDING, "Acknowledged by Administrator, until");
    browser.screenshot("case-acknowledged");

    browser.unfold("Hand over");
    browser.choose("to", "Tom Lindgren");
    browser.click(By.cssSelector("#escalation button[value=hand-over]"));
    browser.waitUntilShown(STANDING, "Needs response · Tom Lindgren");
    browser.waitUntilShown(By.id("escalation"), "You were not asked to respond.");

    browser.click(By.cssSelector("#escalation button[value=acknowledge]"));
    browser.waitUntilShown(STANDING, "Acknowledged by Administrator, until");
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
        .containsExactly("acknowledge", "hand-over", "acknowledge", "resolve");
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
    browser.click(By.cssSelector("#escalation button[value=acknowledge]"));
    browser.waitUntilShown(STANDING, "Acknowledged by Administrator, until");
    browser.unfold("Resolve");
    browser.waitFor(By.cssSelector("#escalation textarea")).sendKeys("The counselor");

    long before = timesHeard();

    Console.send(
        browser,
        "/cases/" + caseId + "/answer",
        Map.of(
            "form",
            UUID.randomUUID().toString(),
            "answer",
            "acknowledge",
            "note",
            "The police are on the way."));
    await()
        .untilAsserted(
            () -> assertThat(nextStep(caseId)).containsExactly("The police are on the way."));
    await().until(() -> timesHeard() > before);
    assertThat(browser.waitFor(STANDING).getText()).contains(", until");
    assertThat(browser.waitFor(By.cssSelector("#escalation textarea")).getAttribute("value"))
        .isEqualTo("The counselor");

    browser.waitFor(By.cssSelector("#escalation textarea")).clear();
    browser.unfold("Resolve");
    browser.waitUntilShown(By.id("escalation"), "Next step: The police are on the way.");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aDecisionByKeyAndItsUndoAnswerNothingAndAreToldToThoseWhoWereAsked() {
    String caseId = aThreat(3, "Tomorrow I will shoot everybody in the cafeteria");
    await().until(() -> !told(caseId, "ACT NOW").isEmpty());
    // A key that is sent while the case changes is refused, so the hide is done first.
    await().until(() -> isHidden(caseId));
    open(caseId);
    browser.press("c");
    await().until(() -> decided(caseId).equals(List.of("confirmed")));
    await().atMost(Duration.ofSeconds(90)).until(() -> told(caseId, "Update").size() == 1);
    assertThat(told(caseId, "Update").get(0))
        .contains(
            "Administrator confirmed that the comment stays hidden", "Nobody has responded yet.");
    assertThat(state(caseId)).containsExactly("open");
    assertThat(runningClocks(caseId)).isOne();

    browser.open(stack.address(PortName.CONSOLE) + "/cases/" + caseId);
    browser.waitUntilShown(STANDING, "Needs response");
    browser.press("u");
    await().until(() -> decided(caseId).equals(List.of("open")));
    await().atMost(Duration.ofSeconds(90)).until(() -> told(caseId, "Update").size() == 2);

    assertThat(told(caseId, "Update")).anyMatch(text -> text.contains("Administrator undid"));
    assertThat(state(caseId)).containsExactly("open");
    assertThat(runningClocks(caseId)).isOne();
    assertThat(
            stack
                .archive()
                .count("select count(*) from case_answer where case_id = '" + caseId + "'"))
        .isZero();
    browser.waitUntilShown(STANDING, "Needs response");
    browser.screenshot("case-decided-not-answered");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void fromTheMailThePrincipalReadsItAndPutsItBackWhichAnswersNothing() {
    String words = "My stepdad beats me every night and I have bruises all over";
    String caseId = aThreat(3, words);
    await().until(() -> !told(caseId, "ACT NOW").isEmpty());
    String link = answerLink(told(caseId, "ACT NOW").get(0));
    browser.open(link);
    browser.click(By.cssSelector("button[value=look]"));
    browser.waitUntilShown(By.tagName("blockquote"), words);
    reloadUntil(link, "The public cannot see it.");
    browser.screenshot("answer-page-read");

    browser.click(By.cssSelector("button[value=restore]"));
    browser.waitUntilShown(By.cssSelector(".comment .standing"), "asked to put it back");
    reloadUntil(link, "The public can see it again");

    browser.screenshot("answer-page-restore");
    assertThat(
            stack
                .archive()
                .texts(
                    "select act || ' by ' || actor from audit where target = 'case "
                        + caseId
                        + "' order by id"))
        .containsExactly("words-read by okafor", "restore by okafor");
    assertThat(
            stack
                .archive()
                .texts(
                    "select ordered_by || ' ' || state from ordered_action where action = 'restore'"
                        + " and case_id = '"
                        + caseId
                        + "'"))
        .containsExactly("okafor taken");
    assertThat(state(caseId)).containsExactly("open");
    assertThat(browser.complaints()).isEmpty();
  }

  private void reloadUntil(String link, String standing) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              browser.open(link);
              return browser.textOf(By.cssSelector(".comment .standing")).contains(standing);
            });
  }

  private static String answerLink(String mail) {
    Matcher link = Pattern.compile("http://[^\\s\"\\\\<>]+/answer/[A-Za-z0-9_-]+").matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    return link.group();
  }

  /** Returns the principal's mails of a case's thread with a subject that starts so. */
  private List<String> told(String caseId, String subject) {
    return stack.mail().to(PRINCIPAL).stream()
        .filter(mail -> mail.path("subject").asText().startsWith(subject))
        .map(mail -> stack.mail().open(mail).toString())
        .filter(mail -> mail.contains("case." + caseId))
        .toList();
  }

  private List<String> decided(String caseId) {
    return stack.archive().texts("select state from review_case where case_id = '" + caseId + "'");
  }

  private long runningClocks(String caseId) {
    return stack
        .archive()
        .count(
            "select count(*) from case_clock where running and kind = 'acknowledge' and case_id = '"
                + caseId
                + "'");
  }

  private List<String> nextStep(String caseId) {
    return stack
        .archive()
        .texts("select next_step from escalation_state where case_id = '" + caseId + "'");
  }

  private boolean isHidden(String caseId) {
    return stack
        .archive()
        .texts("select action_state from review_case where case_id = '" + caseId + "'")
        .equals(List.of("hidden"));
  }

  /** Waits until its evidence is sealed. */
  private void open(String caseId) {
    browser.open(stack.address(PortName.CONSOLE) + "/cases/" + caseId);
    browser.waitUntilShown(By.id("evidence"), "Sealed as record");
  }

  /**
   * Returns how often the page refreshed the alarms: it does shortly after each update of a case.
   */
  private long timesHeard() {
    return (long)
        browser.read(
            "return performance.getEntriesByType('resource').filter(e =>"
                + " e.name.endsWith('/clocks/alarm')).length");
  }

  private String aThreat(int post, String text) {
    int comment = stack.practice().post(post, "no name", text);
    String query = "select case_id::text from review_case where comment_id = '" + comment + "'";
    await().until(() -> !stack.archive().texts(query).isEmpty());
    return stack.archive().texts(query).get(0);
  }

  private List<String> state(String caseId) {
    return stack
        .archive()
        .texts("select state from escalation_state where case_id = '" + caseId + "'");
  }
}
