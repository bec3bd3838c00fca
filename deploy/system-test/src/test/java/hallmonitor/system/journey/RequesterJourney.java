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

/** A resident asks for records by the public form, and an officer decides every item. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class RequesterJourney {
  private static final String WISH = "All comments about the hackberry tree at the high school";
  private static final String SAME = "Please keep the hackberry tree in front of the gym";

  private final Schools schools;
  private Chromium outside;
  private JourneyPerson requester;
  private JourneyPerson officer;
  private String status;

  RequesterJourney(Schools schools) {
    this.schools = schools;
  }

  @BeforeAll
  void peopleWroteAboutATree() {
    schools.comment("Ida Berg", SAME);
    schools.comment("Lou Park", SAME);
    schools.comment("Kim Holt", "The hackberry tree drops its nuts on my daughter Ana every fall");
    outside = Chromium.start().orElseThrow();
    outside.asPhone(390, 844);
    requester = schools.at(outside);
    officer = schools.signIn("desk", Chromium.start().orElseThrow());
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
  void aResidentAsksOnAPhoneAndKeepsTheLink() {
    requester.open("/records-request?lang=es");
    requester.reads("Solicitar registros públicos");
    requester.look("request-1-form-spanish");
    requester.open("/records-request?lang=en");
    requester.write("What records do you ask for?", WISH);
    requester.press("Send request");
    requester.reads("Enter an email address or a mailing address");
    requester.look("request-2-mistake", "status of 422");
    requester.write("Where do we send the answer?", "sam@example.org");
    requester.sendsUntil("Send request", "We received your request");
    requester.look("request-3-received", "status of 422");
    requester.follow("Status of my request");
    requester.reads("Received. No one has started on it yet.");
    requester.reads("R-");
    status = outside.address();
    requester.look("request-4-status", "status of 422");
  }

  @Test
  @Order(2)
  void anOfficerFindsItInTheRegisterAndStartsTheReview() {
    officer.open("/requests");
    officer.reads(WISH);
    officer.look("request-5-register");
    officer.follow("R-");
    officer.choose("worker", "Elena Ruiz");
    officer.press("Assign");
    officer.press("Start the review");
    officer.reads("In review");
    officer.reads("sam@example.org");
    officer.look("request-6-request");
  }

  @Test
  @Order(3)
  void theirSearchFindsTheItems() {
    Schools.eventually(
        () -> {
          officer.open("/search?q=hackberry");
          assertThat(officer.page()).contains("3 results");
        });
    officer.choose("request", "R-");
    officer.look("request-7-search");
    officer.press("Add the search");
    officer.reads("3 found, 3 of them new to this request.");
    officer.reads("0 of 3 decided");
    officer.look("request-8-found");
  }

  @Test
  @Order(4)
  void everyItemIsDecidedByKeyboard() {
    officer.follow("Review the items");
    officer.reads("0 of 3 decided");
    officer.look("request-9-item");
    // The newest first: what names a child is withheld.
    officer.reads("my daughter Ana");
    officer
        .browser()
        .click(
            By.xpath(
                "//select[@id='exemption']/option[starts-with(., 'Personally identifiable')]"));
    officer.browser().waitFor(By.tagName("h1")).click();
    officer.browser().press("w");
    officer.reads("1 of 3 decided");
    officer.browser().click(By.name("alike"));
    officer.browser().waitFor(By.tagName("h1")).click();
    officer.browser().press("r");
    officer.reads("3 of 3 decided: 2 to release, 0 to redact, 1 to withhold.");
    officer.reads("All items are decided.");
    officer.look("request-10-decided");
  }

  @Test
  @Order(5)
  void onAPhoneInSpanishAllOfItFits() {
    officer.browser().asPhone(390, 844);
    officer.speaks("es");
    officer.open("/requests");
    officer.look("request-11-register-phone");
    officer.follow("R-");
    officer.reads("Todos los elementos están decididos.");
    officer.look("request-12-request-phone");
    officer.open(
        "/requests/"
            + schools
                .archived(
                    "select request_id || '/items/' || min(item_no) from records_request_item group"
                        + " by request_id")
                .get(0));
    officer.reads("3 de 3 decididos");
    officer.look("request-13-item-phone");
    officer.speaks("en");
  }

  @Test
  @Order(6)
  void theResidentSeesThatItIsUnderWayAndNothingElse() {
    outside.open(status);
    requester.reads("We are working on it.");
    assertThat(requester.page()).doesNotContain("Elena", "hackberry", "sam@");
    requester.look("request-14-under-way", "status of 422");
  }
}
