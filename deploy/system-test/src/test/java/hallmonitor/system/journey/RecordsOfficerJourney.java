package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.Chromium;
import hallmonitor.system.Console;
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
  void aThreatWasMade() {
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
    officer.browser().unfold("Advanced: export as a package");
    officer.reads("deploy/evidence package --case " + caseId + " --out CASE.zip --by vega");
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
}
