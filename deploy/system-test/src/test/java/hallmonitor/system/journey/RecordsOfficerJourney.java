package hallmonitor.system.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.Chromium;
import hallmonitor.system.Console;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A records officer answers a request: what was said, what was done, who has read it. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class RecordsOfficerJourney {
  private static final String THREAT =
      "I'm bringing my dad's gun to Maple Valley High tomorrow and shooting everyone";
  private static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"press\")";

  private final Schools schools;
  private final JourneyPerson administrator;
  private JourneyPerson officer;
  private String caseId;

  RecordsOfficerJourney(Schools schools, JourneyPerson administrator) {
    this.schools = schools;
    this.administrator = administrator;
  }

  @BeforeAll
  void aThreatWasMadeBesideAnotherMatter() {
    int disclosure = schools.comment("quiet kid", PrincipalJourney.DISCLOSURE);
    schools.caseOf(Schools.HIGH, disclosure, "escalate:open/hidden");
    int threat = schools.comment("no name", THREAT);
    caseId = schools.caseOf(Schools.HIGH, threat, "escalate:open/hidden");
    administrator.open("/cases/" + caseId);
    Console.send(administrator.browser(), "/cases/" + caseId + "/note", Map.of("note", FORMULA));
    officer = schools.signIn("vega", Chromium.start().orElseThrow());
  }

  @AfterAll
  void goHome() {
    if (officer != null) {
      officer.browser().close();
    }
  }

  @Test
  @Order(1)
  void theyFindTheCaseByWhatItIsAbout() {
    officer.open("/queue");
    officer.browser().unfold("Category");
    officer.follow("Threat");
    Schools.eventually(
        () ->
            assertThat(officer.browser().textOf(By.id("rows")))
                .contains("Maple Valley High tomorrow")
                .doesNotContain("stepdad"));
    officer.look("records-1-queue");
  }

  @Test
  @Order(2)
  void theyReadItWithItsEvidence() {
    officer.open("/cases/" + caseId);
    officer.reads(THREAT);
    officer.reads("Sealed as record");
    assertThat(officer.page()).doesNotContain("deploy/evidence");
    officer.look("records-2-case");
  }

  @Test
  @Order(3)
  void whatTheyMayNotDoIsNotOffered() {
    for (String page : List.of("/queue", "/cases/" + caseId, "/appeals")) {
      officer.open(page);
      assertThat(officer.browser().all(By.cssSelector("main form[method=post] button")))
          .as("buttons on %s that change something", page)
          .allMatch(button -> !button.isDisplayed() || button.getText().equals("Save"));
      assertThat(officer.page())
          .doesNotContain("Delete the comment", "Capture evidence", "Escalate this");
    }
    officer.look("records-3-appeals");
  }

  @Test
  @Order(4)
  void whatTheyReadIsRecorded() {
    officer.open("/audit");
    officer.choose("actor", "Lucía Vega");
    officer.choose("act", "Read evidence");
    officer.press("Apply");
    officer.reads("Lucía Vega");
    officer.look("records-4-audit");
    officer.follow("Read evidence");
    officer.reads(THREAT);
  }

  @Test
  @Order(5)
  void whatTheyTakeAlongOpensAsTextInASpreadsheet() {
    officer.open("/audit?case=" + caseId);
    String log = Console.download(officer.browser(), "/audit/audit.csv?case=" + caseId);
    assertThat(log).contains("evidence-read", "Lucía Vega", "'" + FORMULA.replace("\"", "\"\""));
    officer.open("/reports");
    officer.reads("Comments checked");
    officer.look("records-5-reports");
    String report = Console.download(officer.browser(), "/reports/report.csv");
    assertThat(Console.cellsThatRun(log + report)).isEmpty();
    assertThat(Console.download(officer.browser(), "/reports/report.pdf")).startsWith("%PDF-");
  }

  @Test
  @Order(6)
  void theyFindWhatWasSaidAndKeepTheSearch() {
    officer.open("/search");
    officer.write("Words", "\"dad's gun\" shoot");
    officer.press("Search");
    Schools.eventually(
        () -> {
          officer.open("/search?q=" + URLEncoder.encode("\"dad's gun\" shoot", UTF_8));
          assertThat(officer.browser().textOf(By.cssSelector(".found"))).contains("shooting");
        });
    assertThat(officer.browser().all(By.cssSelector(".found mark")))
        .extracting(WebElement::getText)
        .contains("dad's", "gun", "shooting");
    officer.look("records-6-search");
    officer.write("Save this search as", "Guns");
    officer.press("Save");
    officer.follow("Guns");
    officer.follow("View case");
    officer.reads(THREAT);
    officer.open("/audit?act=searched");
    officer.reads("words: \"dad's gun\" shoot");
  }

  @Test
  @Order(7)
  void theSearchSpeaksSpanish() {
    officer.speaks("es");
    officer.open("/search?q=shoot+-%22");
    officer.reads("Las comillas en el carácter 8 no están cerradas.");
    officer.look("records-7-search-spanish", "status of 422");
    officer.speaks("en");
  }

  @Test
  @Order(8)
  void theyTakeARedactedPackageForThePolice() {
    officer.open("/cases/" + caseId);
    officer.follow("Evidence packages");
    officer.reads("No packages yet");
    officer.look("records-8-packages-none");
    officer.write("Students to leave out", "Ana Ruiz Mora");
    officer.browser().click(By.cssSelector("input[name=purpose][value=police]"));
    officer.write("Number, or what it is for", "Report 26-1104");
    officer.press("Ask for the package");
    officer.reads("Redacted package");
    officer.reads("Download (");
    officer.looksEverywhere("records-9-packages");
  }

  @Test
  @Order(9)
  void thePackageAndTheLedgerAreRight() throws IOException {
    Path zip = Files.createTempFile("evidence", ".zip");
    Files.write(zip, theFile());

    officer.open("/evidence");
    officer.looksEverywhere("records-10-evidence");
    officer.press("Verify the ledger now");
    officer.reads("records are there, in order, and unchanged");
    officer.open("/evidence");
    officer.field("Package").sendKeys(zip.toString());
    officer.press("Verify the package");
    officer.reads("The package is the one that was made");
    officer.looksEverywhere("records-11-verification");
    Files.delete(zip);
    officer.open("/audit?case=" + caseId);
    officer.reads("Downloaded a package of evidence");
  }

  private byte[] theFile() {
    officer.open("/cases/" + caseId + "/packages");
    String address =
        officer.browser().waitFor(By.partialLinkText("Download (")).getDomAttribute("href");
    return Console.file(officer.browser(), address);
  }

  @Test
  @Order(10)
  void theyShowWhatThePublicSawAndWhatWasHidden() {
    officer.open("/cases/" + caseId);
    officer.follow("Its post as it was");
    officer.reads(THREAT);
    String post = officer.browser().address().replaceAll(".*(/posts/[^?]+).*", "$1");
    officer.open(post);
    assertThat(officer.page()).as("what the public sees").doesNotContain(THREAT);
    officer.follow("In full");
    officer.reads(THREAT);
    officer.reads("Hidden since");
    officer.look("records-12-then");
    officer.follow("Earlier change");
    officer.reads("As of");
    officer.open(post + "?at=2099-01-01T10%3A00");
    officer.reads("This time is in the future.");
    officer.look("records-13-then-mistake", "status of 422");
    officer.open("/audit?act=thread-read");
    officer.reads("Opened a post as it was");
  }

  @Test
  @Order(11)
  void thePostAsItWasSpeaksSpanish() {
    officer.speaks("es");
    officer.open("/cases/" + caseId);
    officer.follow("Su publicación tal como estaba");
    officer.reads("Como la vio el público");
    officer.look("records-14-then-spanish");
    officer.speaks("en");
  }
}
