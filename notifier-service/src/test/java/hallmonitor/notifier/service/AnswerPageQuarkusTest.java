package hallmonitor.notifier.service;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.notifier.EscalationBuilder;
import hallmonitor.notifier.answer.AnswerKey;
import hallmonitor.notifier.answer.AnswerTokens;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "notifier"))
@QuarkusTestResource(ServiceFiles.class)
class AnswerPageQuarkusTest {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject NotifierSettings settings;
  @Inject DataSource dataSource;

  @TestHTTPResource("/answer/")
  String base;

  @Test
  void lookingChangesNothingAndThePageShowsNeitherNameNorQuote() {
    UUID escalation = escalated(anEscalation().by("Casey Student").saying("secret words"));

    Response page = get(link(escalation, "osei"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body().asString())
        .contains("Possible threat of violence", "Nobody has answered yet.", "Cedar High School")
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

    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void aScannerWithABrowserThatRunsScriptsAndFollowsEveryLinkAcknowledgesNothing() {
    UUID escalation = escalated(anEscalation());
    try (HeadlessChromium browser = browser(true)) {
      browser.driver.get(link(escalation, "osei"));
      browser.driver.executeScript(
          "document.querySelectorAll('button,input[type=submit]').forEach(b => b.click());"
              + "document.querySelectorAll('form').forEach(f => f.submit());");
      await().until(() -> browser.driver.getPageSource().contains("choose one of the answers"));
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
    try (HeadlessChromium browser = browser(false)) {
      browser.driver.get(link(escalation, "osei"));
      assertThat(browser.complaints()).isEmpty();
      browser.screenshot("answer-open");
      choose(browser, "acknowledge");

      await().until(() -> browser.driver.getPageSource().contains("You have it, since"));
      assertThat(browser.driver.getPageSource())
          .contains("1-800-252-2873")
          .contains("325 ILCS 5/7")
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
    try (HeadlessChromium browser = browser(false)) {
      browser.driver.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
      browser.driver.get(link(escalation, "molina"));
      assertThat(browser.driver.getPageSource()).contains("¿Qué va a hacer?").contains("988");
      browser.screenshot("answer-spanish-dark");
      new org.openqa.selenium.support.ui.Select(browser.driver.findElement(By.id("to")))
          .selectByValue("stone");
      choose(browser, "hand-over");
      await().until(() -> asked(escalation).contains("stone"));
    }
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void anAnswerThatLacksSomethingIsRefusedInWordsAndChangesNothing() {
    UUID escalation = escalated(anEscalation());
    String link = link(escalation, "osei");

    assertThat(post(link, "resolve", "", " ").body().asString())
        .contains("write the outcome first");
    assertThat(post(link, "hand-over", "nobody", "").body().asString())
        .contains("choose the person");
    assertThat(post(link, "burn-it", "", "my <b>note</b>").body().asString())
        .contains("choose one of the answers")
        .contains("my &lt;b&gt;note&lt;/b&gt;");
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void afterItIsClosedThePageSaysByWhomAndTakesNoAnswer() {
    UUID escalation = escalated(anEscalation());
    assertThat(post(link(escalation, "osei"), "false-alarm", "", "").statusCode()).isEqualTo(303);

    Response late = post(link(escalation, "stone"), "acknowledge", "", "");

    assertThat(late.statusCode()).isEqualTo(303);
    assertThat(get(link(escalation, "stone")).body().asString())
        .contains("Kofi Osei closed it as a false alarm")
        .doesNotContain("<form");
    assertThat(state(escalation)).isEqualTo("closed");
  }

  @Test
  void aLinkThatRanOutWasChangedOrNeverMadeHereSaysWhatToDo() {
    UUID escalation = escalated(anEscalation());
    AnswerTokens tokens = tokens();
    String old = tokens.token(escalation, "osei", Instant.now().minus(Duration.ofDays(8)));
    String good = tokens.token(escalation, "osei", Instant.now());
    String foreign =
        new AnswerTokens("x".repeat(32).getBytes(UTF_8), Duration.ofDays(7))
            .token(escalation, "osei", Instant.now());
    char first = good.charAt(10) == 'A' ? 'B' : 'A';
    String tampered = good.substring(0, 10) + first + good.substring(11);
    String gone = tokens.token(UUID.randomUUID(), "osei", Instant.now());
    String leftTheDistrict = tokens.token(escalation, "nobody", Instant.now());

    assertThat(get(base + old).statusCode()).isEqualTo(410);
    assertThat(post(base + old, "acknowledge", "", "").body().asString())
        .contains("run out")
        .contains("Sign in to the console");
    for (String bad :
        List.of(foreign, tampered, gone, leftTheDistrict, "x", "a.b~c", "A".repeat(500))) {
      assertThat(post(base + bad, "acknowledge", "", "").statusCode()).isEqualTo(404);
      assertThat(get(base + bad).body().asString()).contains("not valid").contains("no es válido");
    }
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  @Test
  void toBeDoneIsForAllTheCommentsThatThePageShowedAndForNoMore() {
    UUID escalation = escalated(anEscalation().under("one post"));
    String link = link(escalation, "osei");
    assertThat(get(link).body().asString())
        .contains("name=\"cases\" value=\"1\"")
        .doesNotContain("comments below");
    escalated(
        anEscalation().under("one post"),
        "select case_id::text from escalation where escalation_id = :id");

    assertThat(post(link, "resolve", "", "Done.").body().asString())
        .contains("more comments have joined meanwhile")
        .contains("It is done. (All 2 comments below.)")
        .contains("False alarm. (All 2 comments below.)")
        .contains("name=\"cases\" value=\"2\"");
    assertThat(state(escalation)).isEqualTo("waiting");

    assertThat(request("resolve", "", "Done.").formParam("cases", "2").post(link).statusCode())
        .isEqualTo(303);
    assertThat(state(escalation)).isEqualTo("closed");
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    UUID escalation = escalated(anEscalation());

    int status =
        post(link(escalation, "osei"), "acknowledge", "", "x".repeat(200_000)).statusCode();

    assertThat(status).isIn(400, 413);
    assertThat(state(escalation)).isEqualTo("waiting");
  }

  private static void choose(HeadlessChromium browser, String choice) {
    WebElement radio = browser.driver.findElement(By.cssSelector("input[value='" + choice + "']"));
    assertThat(radio.isSelected()).isFalse();
    radio.sendKeys(Keys.SPACE);
    assertThat(radio.isSelected()).isTrue();
    browser.driver.findElement(By.cssSelector("button[type=submit]")).sendKeys(Keys.ENTER);
  }

  private static HeadlessChromium browser(boolean scripts) {
    Optional<HeadlessChromium> browser = HeadlessChromium.start(scripts);
    Assumptions.assumeTrue(
        browser.isPresent(), "needs a browser: apt-get install chromium chromium-driver");
    return browser.get();
  }

  private static Response get(String link) {
    return given().urlEncodingEnabled(false).get(link);
  }

  private static Response post(String link, String choice, String to, String note) {
    return request(choice, to, note).post(link);
  }

  private static RequestSpecification request(String choice, String to, String note) {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(true)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("choice", choice)
        .formParam("to", to)
        .formParam("note", note);
  }

  private UUID escalated(EscalationBuilder builder) {
    return escalated(builder, "select state from conversation where conversation_id = :id");
  }

  private UUID escalated(EscalationBuilder builder, String known) {
    CaseEscalated event = builder.event();
    try (Producer<byte[], byte[]> producer =
        KafkaClients.producer(Map.of("bootstrap.servers", bootstrapServers))) {
      producer.send(
          new ProducerRecord<>(
              Topic.ESCALATIONS.topicName(), event.key().getBytes(UTF_8), EventJson.write(event)));
      producer.flush();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !text(known, event.escalationId()).isEmpty());
    return event.escalationId();
  }

  private String link(UUID escalation, String person) {
    return base + tokens().token(escalation, person, Instant.now());
  }

  private AnswerTokens tokens() {
    return new AnswerTokens(AnswerKey.from(settings.secretsDir(), Map.of()), Duration.ofDays(7));
  }

  private String state(UUID escalation) {
    return text("select state from conversation where conversation_id = :id", escalation);
  }

  private String asked(UUID escalation) {
    return text(
        "select string_agg(person, ' ') from notice where conversation_id = :id", escalation);
  }

  private String text(String query, UUID escalation) {
    return Jdbi.create(dataSource)
        .withHandle(h -> h.createQuery(query).bind("id", escalation).mapTo(String.class).findOne())
        .orElse("");
  }
}
