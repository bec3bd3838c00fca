package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.system.Chromium;
import hallmonitor.system.faults.EvidenceProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.openqa.selenium.Keys;

/**
 * A request with 300 hits, from the public form to the answer on the requester's disk: a records
 * officer reads and decides all of them by keyboard.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class RequestJourney {
  /** Whether the button that decides a list is in sight above everything, before scrolling. */
  private static final String IN_SIGHT =
      """
      const button = document.querySelector(".listed-bar button").getBoundingClientRect();
      const there = document.elementFromPoint(button.x + button.width / 2, button.y + button.height / 2);
      return scrollY === 0 && button.bottom <= innerHeight && there.closest(".listed-bar") !== null;
      """;

  private static final String WISH = "Todos los comentarios sobre el coro de campanas";
  private static final String THANKS = "Gracias por su interés en el coro.";

  private final Schools schools;
  private Chromium outside;
  private JourneyPerson requester;
  private JourneyPerson officer;
  private Path downloads;
  private Instant begun;
  private String request;
  private String link;
  private Path answer;

  RequestJourney(Schools schools) {
    this.schools = schools;
  }

  @BeforeAll
  void manyPeopleWroteAboutAChoir() throws IOException {
    downloads = Files.createTempDirectory(schools.folder(), "downloads");
    ChoirComments.numbers()
        .forEach(n -> schools.comment(ChoirComments.author(n), ChoirComments.text(n)));
    outside = Chromium.start().orElseThrow();
    outside.asPhone(390, 844);
    outside.keepsDownloadsIn(downloads);
    requester = schools.at(outside);
    officer = schools.signIn("desk", Chromium.start().orElseThrow());
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                schools.count("select count(*) from revision where body ilike '%handbell choir%'")
                        == ChoirComments.ALL
                    && schools.count("select count(*) from search_due") == 0);
    begun = Instant.now();
  }

  @AfterAll
  void goHome() {
    if (officer != null) {
      officer.browser().close();
    }
    if (outside != null) {
      outside.close();
    }
  }

  @Test
  @Order(1)
  void aResidentAsksOnAPhoneInSpanish() {
    requester.open("/records-request?lang=es");
    requester.write("¿Qué registros solicita?", WISH);
    requester.write("¿Adónde enviamos la respuesta?", "luz@example.org");
    requester.sendsUntil("Enviar la solicitud", "Recibimos su solicitud");
    requester.follow("Estado de mi solicitud");
    requester.reads("R-");
  }

  @Test
  @Order(2)
  void theOfficerOpensItAndAddsASearchWith300Hits() {
    officer.open("/requests");
    officer.reads(WISH);
    officer.looksEverywhere("hits-1-register");
    officer.browser().click(By.xpath("//tr[contains(., '" + WISH + "')]//a[starts-with(., 'R-')]"));
    officer.reads("luz@example.org");
    request = officer.browser().address().replaceAll(".*(/requests/[^?#]+).*", "$1");
    String number = officer.browser().textOf(By.tagName("h1")).split("\\s+")[1];
    officer.press("Start the review");
    officer.reads("In review");
    officer.follow("Search");
    officer.browser().waitFor(By.id("q")).sendKeys("handbell choir", Keys.ENTER);
    officer.reads("Results");
    officer.choose("request", number);
    officer.press("Add the search");
    officer.reads("300 found, 300 of them new to this request.");
    officer.reads("0 of 300 decided");
    officer.looksEverywhere("hits-2-found");
  }

  @Test
  @Order(3)
  void theOfficerReadsThemInListsAndReleasesThemByKey() {
    officer.follow("Review in a list");
    officer.speaks("es");
    officer.open(request + "/list");
    officer.looksEverywhere("hits-3-list-spanish");
    officer.speaks("en");
    officer.open(request + "/list");
    officer.looksEverywhere("hits-4-list");
    officer.browser().screen(360, 640, false);
    officer.open(request + "/list");
    assertThat(officer.browser().read(IN_SIGHT)).as("the buttons on a phone").isEqualTo(true);
    officer.browser().screen(1280, 900, false);
    ReviewByKeys review = new ReviewByKeys(officer, ChoirComments.ALL);
    review.allLists();
    assertThat(review.lists()).isEqualTo(ChoirComments.ALL / 25);
    assertThat(officer.browser().address()).contains(request + "/items/");
  }

  @Test
  @Order(4)
  void whatNeedsThoughtIsWithheldOrRedactedOnItsOwnPage() {
    ReviewByKeys review = new ReviewByKeys(officer, ChoirComments.ALL);
    officer.looksEverywhere("hits-5-item");
    while (officer.browser().address().contains("/items/")) {
      review.one();
    }
    officer.reads("All items are decided.");
    officer.reads(
        "300 of 300 decided: %d to release, %d to redact, %d to withhold."
            .formatted(
                ChoirComments.ALL - ChoirComments.redacted() - ChoirComments.withheld(),
                ChoirComments.redacted(),
                ChoirComments.withheld()));
    officer.looksEverywhere("hits-6-decided");
  }

  @Test
  @Order(5)
  void theOfficerWritesTheLetterAndMakesThePackage() {
    officer.follow("Open the answer");
    officer.browser().unfold("Change the letter");
    officer
        .field("Words of the letter")
        .sendKeys(Keys.chord(Keys.CONTROL, Keys.END), Keys.ENTER, Keys.ENTER, THANKS);
    officer.press("Save the letter");
    officer.reads(THANKS);
    officer.press("Make the package");
    officer.reads("Download (");
    officer.looksEverywhere("hits-7-package");
    officer.speaks("es");
    officer.open(request + "/answer");
    officer.looksEverywhere("hits-8-package-spanish");
    officer.speaks("en");
    officer.open(request + "/answer");
  }

  @Test
  @Order(6)
  void theOfficerSendsTheLinkAndTheRequesterDownloadsTheAnswer() throws IOException {
    officer.press("Answer the request, and make a link");
    link = officer.browser().textOf(By.cssSelector("#new-link ~ p code.secret"));
    officer.looksEverywhere("hits-9-link");

    outside.open(link);
    requester.reads("La respuesta a su solicitud");
    requester.looksEverywhere("hits-10-answer-spanish", "status of 422");
    requester.follow("Descargar la respuesta");
    answer = await().until(this::downloaded, files -> files.size() == 1).get(0);
    System.out.printf(
        "From the form to the downloaded answer, at the speed of a browser: %d hits in %d s%n",
        ChoirComments.ALL, Duration.between(begun, Instant.now()).toSeconds());
    officer.open(request);
    officer.reads("Answered");
  }

  private List<Path> downloaded() throws IOException {
    try (Stream<Path> files = Files.list(downloads)) {
      return files.filter(file -> file.toString().endsWith(".zip")).toList();
    }
  }

  @Test
  @Order(7)
  void theAnswerIsTheDistrictsUnchangedAndHasNothingThatMustNotGoOut() throws IOException {
    assertThat(EvidenceProgram.objection(answer, schools.publicKey())).isEmpty();
    UnpackedAnswer unpacked = UnpackedAnswer.of(answer);
    assertThat(unpacked.texts().get("answer.pdf"))
        .contains(UnpackedAnswer.plain(WISH), UnpackedAnswer.plain(THANKS), "Gohandbellchoir");
    unpacked
        .texts()
        .forEach(
            (file, text) ->
                assertThat(ChoirComments.mustNotGoOut())
                    .as("what must not go out in %s", file)
                    .noneMatch(words -> text.contains(UnpackedAnswer.plain(words))));
  }

  @Test
  @Order(8)
  void anAnswerWithOneOtherByteIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(answer);
    bytes[bytes.length / 2] ^= 1;
    Path other = Files.write(downloads.resolve("other.zip"), bytes);

    assertThat(EvidenceProgram.objection(other, schools.publicKey())).isPresent();
  }
}
