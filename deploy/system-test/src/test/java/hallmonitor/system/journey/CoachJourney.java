package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.Chromium;
import hallmonitor.system.Console;
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

/**
 * A coach without an account sees a comment that the policy allowed, and reports it from the phone.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class CoachJourney {
  private static final String WORDS = "Nobody sits with number seven on the bus, like we said";

  private final Schools schools;
  private final JourneyPerson administrator;
  private Chromium phone;
  private JourneyPerson coach;
  private JourneyPerson moderator;
  private int comment;
  private String caseId;
  private String status;

  CoachJourney(Schools schools, JourneyPerson administrator) {
    this.schools = schools;
    this.administrator = administrator;
  }

  @BeforeAll
  void aCommentIsAllowed() {
    comment = schools.comment("Marcus Hale", WORDS);
    Schools.eventually(() -> assertThat(schools.archived(permalink())).hasSize(1));
    phone = Chromium.start().orElseThrow();
    phone.asPhone(360, 640);
    coach = schools.at(phone);
  }

  private String permalink() {
    return "select permalink from comment where account = 'practice' and comment_id = '%d'"
        .formatted(comment);
  }

  @AfterAll
  void goHome() {
    if (phone != null) {
      phone.close();
    }
    Stream.ofNullable(moderator).forEach(person -> person.browser().close());
  }

  @Test
  @Order(1)
  void anAdministratorPrintsAPosterForTheStaffRoom() {
    administrator.open("/school-links");
    administrator.choose("school", "Maple Valley High School");
    administrator.write("Who it is for", "Coaches");
    administrator.press("Make a link");
    administrator.reads("Coaches");
    administrator.look("coach-1-links");
    administrator.follow("Poster");
    administrator.reads("See something? Report it.");
    administrator.look("coach-2-poster");
  }

  @Test
  @Order(2)
  void theCoachReportsTheCommentFromThePhone() {
    String link = administrator.browser().textOf(By.cssSelector(".poster code.address"));
    phone.open(link);
    coach.reads("For the staff of Maple Valley High School");
    coach.look("coach-3-form");
    coach.write("Link", schools.archived(permalink()).get(0));
    coach.write("What it says, or what happened", "Number seven is our smallest player.");
    coach.choose("what", "Threat or violence");
    phone.click(By.cssSelector("input[name=urgency][value=now]"));
    Schools.eventually(
        () -> {
          if (!coach.page().contains("Thank you. We received your report.")) {
            coach.press("Send report");
          }
          assertThat(coach.page()).contains("Thank you. We received your report.");
        });
    status = phone.waitFor(By.cssSelector("main dd a")).getDomAttribute("href");
    coach.look("coach-4-received", "status of 422");
  }

  @Test
  @Order(3)
  void itIsSealedAndThoseWhoMustActAreNotified() {
    String opened =
        "select case_id::text from review_case where account = 'practice' and comment_id = '%d'"
            .formatted(comment);
    Schools.eventually(() -> assertThat(schools.archived(opened)).hasSize(1));
    caseId = schools.archived(opened).get(0);
    Schools.eventually(() -> assertThat(count("evidence_seal")).as("sealed records").isPositive());
    Schools.eventually(
        () ->
            assertThat(
                    schools.archived(
                        "select detail from case_event where kind = 'notice-sent' and case_id = '"
                            + caseId
                            + "'"))
                .anyMatch(told -> told.contains("principal")));
    assertThat(schools.shows(comment)).as("a report hides nothing by itself").isTrue();
  }

  private int count(String table) {
    return schools
        .archived("select 1::text from " + table + " where case_id = '" + caseId + "'")
        .size();
  }

  @Test
  @Order(4)
  void aModeratorHidesItAndTheCoachSeesWhatBecameOfIt() {
    phone.open(status);
    coach.reads("Received.");
    moderator = schools.signIn("third", Chromium.start().orElseThrow());
    moderator.open("/tips");
    moderator.reads("Number seven is our smallest player.");
    moderator.look("coach-5-tips");
    moderator.open("/cases/" + caseId);
    moderator.reads("Reported by people");
    moderator.look("coach-6-case");
    phone.open(status);
    coach.reads("Someone is reviewing it.");
    String version =
        schools
            .archived("select version::text from review_case where case_id = '" + caseId + "'")
            .get(0);
    Console.send(
        moderator.browser(),
        "/cases/" + caseId + "/decision",
        Map.of("decision", "hide", "version", version));
    Schools.eventually(() -> assertThat(schools.shows(comment)).isFalse());
    phone.open(status);
    coach.reads("Acted on. Thank you for reporting it.");
    assertThat(coach.page()).doesNotContain("Ines", "Marcus", "number seven");
    coach.look("coach-7-acted-on");
  }
}
