package hallmonitor.notifier.service;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import hallmonitor.notifier.EscalationBuilder;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Tests the page that a principal opens at night: what was said, why, and what can be done. */
@QuarkusTest
@Tag("quarkus")
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "notifier"))
@QuarkusTestResource(ServiceFiles.class)
class NightPageQuarkusTest extends AnswerPageTests {
  private static final String WIDTH = "return document.documentElement.scrollWidth";

  @Test
  void oneTapShowsWhatWasSaidByWhomAndWhyAndTheLookIsSealedAndPublished() {
    UUID escalation = escalated(anEscalation().by("Casey <b>").saying("I will <i>bring</i> it"));
    String link = link(escalation, "osei");
    assertThat(get(link).body().asString())
        .contains("Show what was said")
        .doesNotContain("bring")
        .doesNotContain("Casey");

    Response shown = look(link, caseOf(escalation));

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body().asString())
        .contains("I will &lt;i&gt;bring&lt;/i&gt; it", "Casey &lt;b&gt;", "Homecoming")
        .contains("Threats (clause 4.2 of the policy)")
        .contains("handling this</button>", "Hand over", "Resolved", "False alarm")
        .contains("href=\"tel:911\"")
        .doesNotContain("<script");
    assertThat(published(escalation, "WordsRead")).singleElement().asString().contains("osei");
    await().until(() -> !sealed(escalation, "words-read").isEmpty());
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void aCategoryStandsOnceWithWhatAllItsDetectorsQuote() {
    UUID escalation = escalated(anEscalation().quotedByDetectors("gun", "on Monday", "gun"));

    assertThat(look(link(escalation, "osei"), caseOf(escalation)).asString())
        .contains("<li>Threat: “gun”, “on Monday”</li>")
        .containsOnlyOnce("<li>Threat");
  }

  @Test
  void aSignOfSomethingElseThatSaysNothingIsNotAReason() {
    UUID escalation = escalated(anEscalation().alsoFound("bullying", .6).alsoFound("spam", .02));

    assertThat(look(link(escalation, "osei"), caseOf(escalation)).asString())
        .contains("<li>Threat", "<li>Personal attack</li>")
        .doesNotContain("<li>Spam");
  }

  @Test
  void whoReadsNoSpanishGetsTheMachinesEnglishMarkedAsSuch() {
    UUID escalation =
        escalated(
            anEscalation()
                .to("principal", "counselor")
                .saying("los voy a matar")
                .inEnglish("you all i am going to kill"));
    String english = link(escalation, "osei");
    assertThat(get(english).asString()).doesNotContain("going to kill");

    assertThat(look(english, caseOf(escalation)).asString())
        .contains("los voy a matar", "you all i am going to kill", "word by word, by a machine");
    assertThat(look(link(escalation, "molina"), caseOf(escalation)).asString())
        .contains("los voy a matar")
        .doesNotContain("going to kill");
  }

  @Test
  void onlyTheBrowserThatTappedShowsTheWordsAgain() {
    UUID escalation = escalated(anEscalation().saying("only here"));
    String link = link(escalation, "osei");
    Response shown = look(link, caseOf(escalation));

    assertThat(io.restassured.RestAssured.given().cookies(shown.cookies()).get(link).asString())
        .contains("only here");
    assertThat(get(link).asString()).doesNotContain("only here");
    String colleagues = link(escalation, "stone");
    assertThat(
            io.restassured.RestAssured.given().cookies(shown.cookies()).get(colleagues).asString())
        .doesNotContain("only here");
    assertThat(published(escalation, "WordsRead")).hasSize(1);
  }

  @Test
  void aFalseAlarmIsForOneCommentAndOnlyAfterItsWordsWereShown() {
    UUID escalation = escalated(anEscalation().under("one post").saying("the first"));
    UUID second = joined(anEscalation().under("one post").saying("the second"));
    String link = link(escalation, "osei");
    Response look = look(link, caseOf(second));

    assertThat(post(link, look, caseOf(escalation), "false-alarm", "").asString())
        .contains("Read what was said first");
    assertThat(post(link, "false-alarm", "", "").asString()).contains("Nothing was changed.");
    assertThat(post(link, look, caseOf(second), "false-alarm", "").statusCode()).isEqualTo(303);

    assertThat(state(escalation)).isEqualTo("waiting");
    assertThat(open(escalation)).containsExactly(caseOf(escalation));
    assertThat(
            post(link, look(link, caseOf(escalation)), caseOf(escalation), "false-alarm", "")
                .statusCode())
        .isEqualTo(303);
    assertThat(state(escalation)).isEqualTo("closed");
  }

  @Test
  void anEditedCommentIsReadAgainBeforeItIsClosed() {
    UUID caseId = UUID.randomUUID();
    UUID escalation = escalated(anEscalation().ofCase(caseId).saying("nice game"));
    String link = link(escalation, "osei");
    Response look = look(link, caseId.toString());
    joined(anEscalation().ofCase(caseId).saying("now a threat"));

    assertThat(post(link, look, caseId.toString(), "false-alarm", "").asString())
        .contains("Read what was said first");
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void hideNowAsksTheModerationServiceAnswersNothingAndAReloadShowsTheOutcome() {
    UUID escalation = escalated(anEscalation().leftVisible());
    String caseId = caseOf(escalation);
    String link = link(escalation, "osei");
    Response look = look(link, caseId);
    assertThat(look.asString()).contains("The public can see it.", "Hide now");

    assertThat(post(link, look, caseId, "hide", "").statusCode()).isEqualTo(303);

    assertThat(get(link).asString())
        .contains("Kofi Osei asked to hide it", "usually takes less than a minute", "Check again");
    assertThat(post(link, look, caseId, "hide", "").asString())
        .contains("This was already done or requested.");
    assertThat(published(escalation, "ActionAsked"))
        .singleElement()
        .asString()
        .contains("\"person\":\"osei\"", "\"action\":\"HIDE\"");
    assertThat(state(escalation)).isEqualTo("waiting");

    report(caseId, "hidden", "ingest");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get(link).asString().contains("The public cannot see it."));
    assertThat(look(link, caseId).asString()).contains("Restore").doesNotContain("Hide now");
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void resolvedTakesWhatIsTickedAndKeepsWhatWasTypedWhenNothingIs() {
    UUID escalation = escalated(anEscalation());
    String caseId = caseOf(escalation);
    String link = link(escalation, "osei");
    Response look = look(link, caseId);

    assertThat(post(link, look, caseId, "resolve", "", "nonsense").asString())
        .contains("Check what came of it");
    assertThat(
            post(link, look, caseId, "resolve", "The <b>uncle</b>.", "safe", "police").statusCode())
        .isEqualTo(303);

    assertThat(get(link).asString())
        .contains("Everyone is safe. The police know. The &lt;b&gt;uncle&lt;/b&gt;.");
    assertThat(state(escalation)).isEqualTo("closed");
  }

  @Test
  void manyCommentsStayFoldedAndThePageStaysSmall() {
    EscalationBuilder first = anEscalation().under("many");
    UUID escalation = escalated(first);
    for (int i = 0; i < 40; i++) {
      joined(anEscalation().under("many"));
    }
    String page = get(link(escalation, "osei")).asString();

    assertThat(page).contains("11 more comments are in the console.");
    assertThat(page.length()).isLessThan(60_000);
    try (PhoneBrowser browser = browser(false)) {
      browser.driver.get(link(escalation, "osei"));
      Object height = browser.driver.executeScript("return document.documentElement.scrollHeight");
      assertThat(((Number) height).intValue()).isLessThan(4_500);
    }
  }

  @Test
  void foldedCommentsAreToldApartWithoutTheirAuthorsNamesUntilTheyAreRead() {
    UUID escalation = escalated(anEscalation().under("apart").by("Casey"));
    joined(anEscalation().under("apart").by("Casey"));
    joined(anEscalation().under("apart").by("Robin"));
    joined(anEscalation().under("apart").by(" "));
    String link = link(escalation, "osei");

    assertThat(text(get(link).asString(), ".comment .by"))
        .first(STRING)
        .isEqualTo("1 of 4 · (no name) · 1 minute ago");
    assertThat(text(get(link).asString(), "details.comment > summary"))
        .satisfiesExactly(
            next -> assertThat(next).startsWith("Author 2 1 minute ago 2 of 4"),
            next -> assertThat(next).startsWith("Author 3 1 minute ago 3 of 4"),
            last -> assertThat(last).startsWith("Author 3 1 minute ago 4 of 4"));

    assertThat(look(link, caseOf(escalation)).asString()).contains("Casey").doesNotContain("Robin");
  }

  private static List<String> text(String page, String selector) {
    return Jsoup.parse(page).select(selector).eachText();
  }

  @Test
  void anyoneWhoReadsItKnowsItAndTheDutyOfThatPersonStarts() {
    UUID escalation = escalated(anEscalation().of("abuse-disclosure"));
    String link = link(escalation, "osei");
    get(link);
    assertThat(duties(escalation)).isEmpty();

    assertThat(look(link, caseOf(escalation)).asString()).contains("325 ILCS 5/7", "by ");

    assertThat(duties(escalation)).containsExactly("abuse-report osei");
  }

  @Test
  void itFitsPhonesAndDesktopsLightAndDark() {
    UUID escalation =
        escalated(
            anEscalation()
                .under("looked at")
                .leftVisible()
                .by("Jordan P.")
                .saying("im bringing my dads gun tomorrow. dont come to the cafeteria at noon"));
    joined(anEscalation().under("looked at").leftVisible());
    joined(anEscalation().under("looked at"));
    String link = link(escalation, "osei");
    try (PhoneBrowser browser = browser(false)) {
      for (int width : List.of(320, 390, 1440)) {
        browser.driver.get(link);
        browser.screenshot("night-unread-" + width, width, width < 1000);
        assertThat(((Number) browser.driver.executeScript(WIDTH)).intValue())
            .isLessThanOrEqualTo(width);
        browser.driver.findElement(By.cssSelector("details.comment summary")).click();
        browser.driver.findElement(By.cssSelector("button[value=look]")).sendKeys(Keys.ENTER);
        await().until(() -> browser.driver.getPageSource().contains("<blockquote>"));
        browser.screenshot("night-read-" + width, width, width < 1000);
        assertThat(((Number) browser.driver.executeScript(WIDTH)).intValue())
            .isLessThanOrEqualTo(width);
        browser.driver.manage().deleteAllCookies();
      }
      browser.driver.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
      browser.screenshot("night-read-dark", 390, true);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private List<String> duties(UUID escalation) {
    return texts(
        "select duty || ' ' || person from duty_clock where conversation_id = :id", escalation);
  }

  private List<String> open(UUID escalation) {
    return texts(
        "select case_id::text from escalation where conversation_id = :id and closed_apart_at is"
            + " null",
        escalation);
  }
}
