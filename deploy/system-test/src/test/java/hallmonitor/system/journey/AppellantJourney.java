package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.Chromium;
import hallmonitor.system.Console;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/** Two commenters appeal against hides, one in English and one in Spanish. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class AppellantJourney {
  private final Schools schools;
  private Chromium outside;
  private JourneyPerson appellant;
  private JourneyPerson first;
  private JourneyPerson second;
  private int english;
  private String caseId;
  private String reference;
  private String code;
  private String spanishReference;
  private String spanishCode;

  AppellantJourney(Schools schools) {
    this.schools = schools;
  }

  @BeforeAll
  void twoCommentsWereHidden() {
    english = schools.comment("Gus L.", "This is bullshit, the roof of the gym still leaks");
    int spanish = schools.comment("Rosa M.", "Qué mierda de reunión, nadie escuchó a los padres");
    caseId = schools.caseOf(Schools.HIGH, english, "hide:open/hidden");
    String other = schools.caseOf(Schools.HIGH, spanish, "hide:open/hidden");
    first = schools.signIn("first", Chromium.start().orElseThrow());
    second = schools.signIn("second", Chromium.start().orElseThrow());
    outside = Chromium.start().orElseThrow();
    appellant = schools.at(outside);
    reference = referenceOn(caseId);
    spanishReference = referenceOn(other);
  }

  private String referenceOn(String id) {
    first.open("/cases/" + id);
    first.browser().unfold("Appeals, replies, and blocks");
    return first.browser().waitFor(By.cssSelector("code.reference")).getText();
  }

  @AfterAll
  void goHome() {
    Stream.of(first, second).filter(p -> p != null).forEach(p -> p.browser().close());
    if (outside != null) {
      outside.close();
    }
  }

  @Test
  @Order(1)
  void aSlipIsToldAndNothingThatWasWrittenIsLost() {
    appellant.open("/appeal?lang=en");
    appellant.write("Your name", "Gus Lindqvist");
    appellant.write("Why was it a mistake?", "I swore at a roof, not at a person.");
    appellant.browser().type("reference", reference.substring(0, 13) + "?");
    appellant.press("Send appeal");
    appellant.reads("Check the reference");
    assertThat(appellant.field("Why was it a mistake?").getDomProperty("value"))
        .isEqualTo("I swore at a roof, not at a person.");
    appellant.look("appeal-1-mistyped", "status of 422");
  }

  @Test
  @Order(2)
  void anObjectionIsReceivedWithACode() {
    code = send(reference, "Send appeal", "Thank you. We received your appeal.");
    appellant.look("appeal-2-received", "status of 422");
  }

  @Test
  @Order(3)
  void inSpanishEverythingIsSpanish() {
    appellant.open("/appeal?lang=es");
    assertThat(outside.read("return document.documentElement.lang")).isEqualTo("es");
    appellant.browser().type("reference", spanishReference);
    appellant.write("Su nombre", "Rosa Medina");
    appellant.press("Enviar la apelación");
    appellant.reads("Diga por qué fue un error");
    appellant.look("appeal-3-spanish", "status of 422");
    appellant.write("¿Por qué fue un error?", "Hablé de la reunión, no de una persona.");
    spanishCode = send(spanishReference, "Enviar la apelación", "Gracias. Recibimos su apelación.");
    standing("es", spanishReference, spanishCode);
    appellant.reads("En espera de una decisión.");
    appellant.look("appeal-4-spanish-open", "status of 422");
  }

  @Test
  @Order(4)
  void whatWasNeverGivenLooksLikeWhatWaits() {
    appellant.open("/appeal?lang=en");
    appellant.write("Your name", "Somebody");
    appellant.write("Why was it a mistake?", "Just guessing.");
    String given = code; // a well-formed code that refers to nothing
    String guessed = send(given, "Send appeal", "Thank you. We received your appeal.");
    standing("en", given, guessed);
    appellant.reads("We found no appeal with this reference and code.");
    appellant.look("appeal-5-unknown", "status of 422");
  }

  @Test
  @Order(5)
  void anyoneWhoStandsBehindTheHideDoesNotDecideTheObjection() {
    first.open("/appeals");
    first.reads("I swore at a roof, not at a person.");
    first.look("appeal-6-open");
    Console.send(
        first.browser(),
        "/cases/" + caseId + "/decision",
        Map.of("decision", "confirm", "version", version()));
    By card = By.xpath("//li[contains(., 'I swore at a roof')]");
    first.browser().waitFor(card).findElement(By.tagName("textarea")).sendKeys("I was right.");
    first.browser().waitFor(card).findElement(By.cssSelector("button[value=uphold]")).click();
    first.reads("You took part in the decision being appealed. Another person must decide it.");
    first.look("appeal-7-not-the-first", "status of 409");
    assertThat(first.browser().waitFor(card).findElements(By.tagName("form"))).isEmpty();
  }

  private String version() {
    return schools
        .archived("select version::text from review_case where case_id = '" + caseId + "'")
        .get(0);
  }

  @Test
  @Order(6)
  void anotherPersonOverturnsItAndTheCommentIsBack() {
    assertThat(schools.shows(english)).isFalse();
    decide("I swore at a roof", "overturn", "The word was aimed at a building.");
    second.reads("Overturned by Theo Castellanos");
    Schools.eventually(() -> assertThat(schools.shows(english)).isTrue());
    decide("Hablé de la reunión", "uphold", "La regla se refiere a la palabra.");
    second.reads("Upheld by Theo Castellanos");
    second.look("appeal-8-decided");
    assertThat(figure("1.1")).containsExactly("1.1", "0", "1", "1", "50%");
  }

  private void decide(String objection, String ruling, String reason) {
    second.open("/appeals");
    By card = By.xpath("//li[contains(., '" + objection + "')]");
    second.browser().waitFor(card).findElement(By.tagName("textarea")).sendKeys(reason);
    second
        .browser()
        .waitFor(card)
        .findElement(By.cssSelector("button[value=" + ruling + "]"))
        .click();
  }

  private List<String> figure(String clause) {
    return second
        .browser()
        .all(By.xpath("//table//tr[td[1][normalize-space()='" + clause + "']]/td"))
        .stream()
        .map(cell -> cell.getText())
        .toList();
  }

  @Test
  @Order(7)
  void bothLearnWhatBecameOfIt() {
    standing("en", reference, code);
    appellant.reads("Decided: we were wrong, and our action was undone.");
    appellant.reads("The word was aimed at a building.");
    appellant.look("appeal-9-overturned", "status of 422");
    standing("es", spanishReference, spanishCode);
    appellant.reads("Decidida: nuestra medida se mantiene.");
    appellant.look("appeal-10-upheld");
  }

  /** A form returned too quickly is taken for a bot's, so it is sent again. */
  private String send(String value, String button, String thanks) {
    Schools.eventually(
        () -> {
          if (!appellant.page().contains(thanks)) {
            appellant.browser().waitFor(By.name("reference")).clear();
            appellant.browser().type("reference", value);
            appellant.press(button);
          }
          assertThat(appellant.page()).contains(thanks);
        });
    return outside.all(By.cssSelector("code.secret")).get(1).getText();
  }

  private void standing(String language, String known, String with) {
    appellant.open("/appeal?lang=" + language);
    outside.waitFor(By.id("known")).sendKeys(known);
    outside.waitFor(By.id("code")).sendKeys(with);
    outside.click(By.cssSelector("form[action='/appeal/state'] button"));
    outside.waitFor(By.id("found"));
  }
}
