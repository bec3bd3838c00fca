package hallmonitor.notifier.service;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEvent;
import hallmonitor.notifier.answer.AnswerTokens;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@QuarkusTest
@Tag("quarkus")
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "notifier"))
@QuarkusTestResource(ServiceFiles.class)
class AnswerPageQuarkusTest extends AnswerPageTests {
  @Test
  void lookingChangesNothingAndThePageShowsNeitherNameNorQuote() {
    UUID escalation = escalated(anEscalation().by("Casey Student").saying("secret words"));

    Response page = get(link(escalation, "osei"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body().asString())
        .contains("Possible threat of violence", "Nobody has responded yet.", "Cedar High School")
        .doesNotContain("Casey")
        .doesNotContain("secret words")
        .doesNotContain("checked")
        .doesNotContain("<script");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.cookies()).isEmpty();
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void aScannerThatTriesEveryMethodWithoutAChoiceAcknowledgesNothing() {
    UUID escalation = escalated(anEscalation());
    String link = link(escalation, "osei");

    for (String query : List.of("", "?choice=acknowledge", "?choice=false-alarm&note=x")) {
      given().redirects().follow(false).get(link + query);
      given().head(link + query);
      given().options(link + query);
      given().put(link + query);
      given().delete(link + query);
      given().contentType("application/x-www-form-urlencoded").post(link + query);
    }
    given().contentType("application/json").body("{\"choice\":\"acknowledge\"}").post(link);
    given().formParam("note", "filled in by a machine").formParam("to", "stone").post(link);
    given().formParam("choice", "acknowledge").post(link);
    given().formParam("choice", "hand-over").formParam("to", "stone").post(link);

    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void aScannerWithABrowserThatRunsScriptsAndFollowsEveryLinkAcknowledgesNothing() {
    UUID escalation = escalated(anEscalation());
    try (PhoneBrowser browser = browser(true)) {
      browser.driver.get(link(escalation, "osei"));
      browser.driver.executeScript(
          "document.querySelectorAll('button,input[type=submit]').forEach(b => b.click());"
              + "document.querySelectorAll('form').forEach(f => f.submit());");
      await().until(() -> browser.driver.getPageSource().contains("role=\"alert\""));
      List<String> links =
          browser.driver.findElements(By.cssSelector("a[href]")).stream()
              .map(a -> a.getDomProperty("href"))
              .toList();
      for (String link : links) {
        try {
          browser.driver.get(link);
        } catch (org.openqa.selenium.WebDriverException e) {
          // The console does not run in this test: a scanner would see the same.
        }
      }
    }
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void aPersonAnswersWithoutJavaScriptOnAPhone() {
    UUID escalation = escalated(anEscalation().of("abuse-disclosure").to("principal"));
    try (PhoneBrowser browser = browser(false)) {
      browser.driver.get(link(escalation, "osei"));
      assertThat(browser.complaints()).isEmpty();
      browser.screenshot("answer-open");
      tap(browser, "button[value=look]");
      await().until(() -> browser.driver.getPageSource().contains("wait until tomorrow"));
      browser.screenshot("answer-read");
      tap(browser, "button[value=acknowledge]");

      await().until(() -> browser.driver.getPageSource().contains("handling this until"));
      assertThat(browser.driver.getPageSource())
          .contains("1-800-252-2873")
          .contains("325 ILCS 5/7")
          .contains("value=\"next-step\"")
          .contains("wait until tomorrow")
          .doesNotContain("value=\"acknowledge\"");
      Object wide = browser.driver.executeScript("return document.documentElement.scrollWidth");
      assertThat(((Number) wide).intValue()).isLessThanOrEqualTo(320);
      browser.screenshot("answer-acknowledged");
    }
    assertThat(state(escalation)).isEqualTo("acknowledged");
  }

  @Test
  void aSpanishReaderHandsItOverInSpanish() {
    UUID escalation = escalated(anEscalation().of("self-harm").to("counselor", "principal"));
    try (PhoneBrowser browser = browser(false)) {
      browser.driver.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
      browser.driver.get(link(escalation, "molina"));
      assertThat(browser.driver.getPageSource()).contains("¿Qué va a hacer?").contains("988");
      tap(browser, "button[value=look]");
      await().until(() -> browser.driver.getPageSource().contains("wait until tomorrow"));
      browser.driver.findElement(By.xpath("//summary[.='Traspasar']")).click();
      browser.screenshot("answer-spanish-dark");
      tap(browser, "button[value=stone]");
      await().until(() -> asked(escalation).contains("stone"));
    }
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void anAnswerThatLacksSomethingIsRefusedInWordsAndChangesNothing() {
    UUID escalation = escalated(anEscalation());
    String link = link(escalation, "osei");

    String caseId = caseOf(escalation);
    Response look = look(link, caseId);

    assertThat(post(link, look, caseId, "resolve", " ").body().asString())
        .contains("Check what came of it, or write it.");
    assertThat(post(link, "hand-over", "nobody", "").body().asString())
        .contains("Choose the person");
    assertThat(request("acknowledge", "", "").post(link).body().asString())
        .contains("Check the box, or read what was said first.");
    assertThat(post(link, "burn-it", "", "").body().asString()).contains("Choose a response");
    post(link, "acknowledge", "", "");
    assertThat(post(link, "next-step", "", " ").body().asString())
        .contains("Write what happens next.");
    assertThat(state(escalation)).isEqualTo("acknowledged");
  }

  @Test
  void whoHasItGivesTheNextStepAndOthersSeeWhoHasItUntilWhen() {
    UUID escalation = escalated(anEscalation());
    String link = link(escalation, "osei");
    assertThat(get(link).body().asString()).doesNotContain("value=\"next-step\"");
    post(link, "acknowledge", "", "");
    assertThat(get(link(escalation, "stone")).body().asString())
        .contains("Kofi Osei is handling this until", "(since ")
        .doesNotContain("value=\"next-step\"");
    assertThat(post(link, "next-step", "", "The <b>officer</b> comes.").statusCode())
        .isEqualTo(303);

    assertThat(get(link).body().asString())
        .contains("handling this until", "Next step: The &lt;b&gt;officer&lt;/b&gt; comes.")
        .contains("value=\"next-step\"");
    assertThat(state(escalation)).isEqualTo("acknowledged");
  }

  @Test
  void whatWasDecidedOnTheCommentIsOnThePageAndAnswersNothing() {
    UUID escalation = escalated(anEscalation().leftVisible());
    String caseId =
        text("select case_id::text from conversation where conversation_id = :id", escalation);
    say(
        new CaseEvent.CaseChanged(
            UUID.randomUUID(),
            UUID.fromString(caseId),
            "hide-ordered",
            "<i>novak",
            "",
            Optional.empty(),
            Instant.now()));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(get(link(escalation, "osei")).body().asString())
                    .contains("&lt;i&gt;novak hid the comment.")
                    .contains("It is being hidden.")
                    .contains("Nobody has responded yet."));
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void afterItIsClosedThePageSaysByWhomAndTakesNoAnswer() {
    UUID escalation = escalated(anEscalation());
    String caseId = caseOf(escalation);
    String mine = link(escalation, "osei");
    assertThat(post(mine, look(mine, caseId), caseId, "false-alarm", "").statusCode())
        .isEqualTo(303);

    Response late = post(link(escalation, "stone"), "acknowledge", "", "");

    assertThat(late.statusCode()).isEqualTo(303);
    assertThat(get(link(escalation, "stone")).body().asString())
        .contains("Kofi Osei closed it as a false alarm")
        .doesNotContain("value=\"acknowledge\"")
        .doesNotContain("value=\"hand-over\"");
    assertThat(state(escalation)).isEqualTo("closed");
  }

  @Test
  void aLinkThatRanOutWasChangedOrNeverMadeHereSaysWhatToDo() {
    UUID escalation = escalated(anEscalation());
    AnswerTokens tokens = tokens();
    String old = tokens.token(escalation, "osei", Instant.now().minus(Duration.ofDays(8)));
    String good = tokens.token(escalation, "osei", Instant.now());
    String foreign =
        new AnswerTokens(List.of("x".repeat(32).getBytes(UTF_8)), Duration.ofDays(7))
            .token(escalation, "osei", Instant.now());
    char first = good.charAt(10) == 'A' ? 'B' : 'A';
    String tampered = good.substring(0, 10) + first + good.substring(11);
    String gone = tokens.token(UUID.randomUUID(), "osei", Instant.now());
    String leftTheDistrict = tokens.token(escalation, "nobody", Instant.now());

    assertThat(get(base + old).statusCode()).isEqualTo(410);
    assertThat(post(base + old, "acknowledge", "", "").body().asString())
        .contains("expired")
        .contains("Sign in to the console");
    for (String bad :
        List.of(foreign, tampered, gone, leftTheDistrict, "x", "a.b~c", "A".repeat(500))) {
      assertThat(post(base + bad, "acknowledge", "", "").statusCode()).isEqualTo(404);
      assertThat(get(base + bad).body().asString()).contains("not valid").contains("no es válido");
    }
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    UUID escalation = escalated(anEscalation());

    int status =
        post(link(escalation, "osei"), "acknowledge", "", "x".repeat(200_000)).statusCode();

    assertThat(status).isIn(400, 413);
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  private static void tap(PhoneBrowser browser, String button) {
    browser.driver.findElement(By.cssSelector(button)).sendKeys(Keys.ENTER);
  }
}
