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
  private static final String DISCLOSURE =
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
  void theyTakeItAndReadIt() {
    principal.press("Acknowledge: I have it");
    principal.reads("Somebody has it · Ngozi Okafor");
    principal.look("principal-2-acknowledged");
    principal.follow("Read what was said");
    principal.reads(DISCLOSURE);
    principal.look("principal-3-case");
  }

  @Test
  @Order(3)
  void theirOwnDutyIsDoneWhenEverythingIsFilledIn() {
    principal.open("/my-building");
    principal.reads("1-800-252-2873");
    principal.write("Called at", "Tonight, 21:14");
    principal.press("Done");
    principal.reads("What you filled in is saved.");
    principal.look("principal-4-not-yet", "status of 409");
    principal.follow("Back");
    assertThat(principal.field("Called at").getDomProperty("value")).isEqualTo("Tonight, 21:14");
    principal.write("Call id", "IL-20931");
    principal.write("Sent at", "Tonight, 22:30");
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
    principal.open("/my-building");
    principal.browser().unfold("Resolve");
    principal.write("What came of it", "The hotline took it; the counselor is with him.");
    principal.look("principal-6-outcome");
    principal.press("Resolve");
    principal.reads("Nothing waits for you.");
    principal.look("principal-7-nothing-waits");
    principal.open("/cases/" + own);
    principal.reads("The hotline took it; the counselor is with him.");
    principal.browser().unfold("Clocks that ended");
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
}
