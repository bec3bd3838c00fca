package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/** A principal gets a mail in the evening and acts on it with a phone in one hand. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class PrincipalJourney {
  static final String DISCLOSURE =
      "My stepdad beats me every night and I have bruises all over, please help me";

  private final Schools schools;
  private JourneyPerson principal;
  private String own;
  private String elsewhere;

  PrincipalJourney(Schools schools) {
    this.schools = schools;
  }

  @BeforeAll
  void somethingHappensAtTwoSchools() {
    int disclosure = schools.comment("quiet kid", DISCLOSURE);
    int threat =
        schools.commentElsewhere(
            "no name", "I'm bringing my dad's gun to the gym tomorrow and you will all be sorry");
    own = schools.caseOf(Schools.HIGH, disclosure, "escalate:open/hidden");
    elsewhere = schools.caseOf(Schools.ELEMENTARY, threat, "escalate:open/hidden");
    Chromium browser = Chromium.start().orElseThrow();
    browser.asPhone(360, 640);
    principal = schools.signIn("okafor", browser);
  }

  @AfterAll
  void goHome() {
    if (principal != null) {
      principal.browser().close();
    }
  }

  @Test
  @Order(1)
  void theirPageShowsWhatWaitsInTheirBuildingAndNotWhatWasSaid() {
    principal.open("/");
    principal.reads("Maple Valley High School");
    principal.reads("Disclosure of abuse");
    assertThat(principal.page()).doesNotContain("stepdad", "Birch", "Threat");
    principal.look("principal-1-my-building");
  }

  @Test
  @Order(2)
  void oneTapShowsWhatWasSaidAndTheyTakeIt() {
    unfoldTheCase();
    principal.press("Show what was said");
    principal.reads(DISCLOSURE);
    assertThat(
            schools.archived(
                "select target from audit where act = 'words-read' and actor = 'okafor'"))
        .containsExactly("case " + own);
    principal.look("principal-2-words");
    principal.press("I'm handling this");
    principal.reads("Acknowledged by Ngozi Okafor, until");
    principal.look("principal-3-acknowledged");
  }

  @Test
  @Order(3)
  void theirOwnDutyIsDoneWhenEverythingIsFilledInAndCanBeTrue() {
    principal.open("/my-building?open=" + own);
    principal.reads("1-800-252-2873");
    principal.browser().unfold("Record what was done");
    pick("call-id", "given");
    principal.browser().waitFor(By.name("field-call-id")).sendKeys("soon");
    principal.press("Done");
    principal.reads("Enter the number as you were given it");
    principal.reads("Fill this in, or say why it isn't needed");
    principal.look("principal-4-not-yet", "status of 422");
    assertThat(principal.browser().waitFor(By.name("field-call-id")).getDomProperty("value"))
        .isEqualTo("soon");
    principal.browser().waitFor(By.name("field-call-id")).clear();
    principal.browser().waitFor(By.name("field-call-id")).sendKeys("IL-20931");
    pick("sent-at", "left-out");
    principal.browser().waitFor(By.name("why-sent-at")).sendKeys("The counselor sends it.");
    principal.look("principal-5-checklist");
    principal.press("Done");
    Schools.eventually(
        () ->
            assertThat(
                    schools.archived(
                        "select fields ->> 'call-id' from case_duty where by = 'okafor'"))
                .containsExactly("IL-20931"));
  }

  @Test
  @Order(4)
  void whatCameOfItStopsTheClock() {
    principal.open("/my-building?open=" + own);
    principal.browser().unfold("Resolve");
    principal.write("Outcome", "The hotline took it; the counselor is with him.");
    principal.look("principal-6-outcome");
    principal.press("Resolve");
    principal.reads("You're all caught up.");
    principal.look("principal-7-nothing-waits");
    principal.open("/cases/" + own);
    principal.reads("The hotline took it; the counselor is with him.");
    principal.browser().unfold("Past deadlines");
    principal.reads("IL-20931");
    principal.look("principal-8-resolved");
  }

  @Test
  @Order(5)
  void anotherBuildingsCaseIsNotThere() {
    principal.open("/cases/" + elsewhere);
    assertThat(principal.page()).contains("404").doesNotContain("gun", "Birch");
    principal.look("principal-9-not-there", "status of 404");
    assertThat(principal.browser().all(By.cssSelector("main form"))).isEmpty();
  }

  private void unfoldTheCase() {
    principal.browser().click(By.cssSelector("#case-" + own + " .folded > summary"));
  }

  private void pick(String field, String how) {
    principal.browser().click(By.cssSelector("[name='how-" + field + "'][value='" + how + "']"));
  }
}
