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

/** A moderator with a browser that runs no scripts: everything except live updates works. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class ScriptlessJourney {
  private final Schools schools;
  private JourneyPerson moderator;
  private int comment;
  private String parking;
  private String threat;

  ScriptlessJourney(Schools schools) {
    this.schools = schools;
  }

  @BeforeAll
  void aQueueToWorkThrough() {
    comment = schools.comment("Rick T.", "The parking lot is a fucking mess again");
    int spam =
        schools.comment(
            "deals", "Get your cheap cialis now at http://cheap-meds.example click here");
    int second =
        schools.comment("luck", "Win a free iPhone now, click here http://free-prizes.example");
    int danger =
        schools.comment("x", "I'm going to bring my gun to the gym on Monday and shoot everyone");
    parking = schools.caseOf(Schools.HIGH, comment, "hide:open/hidden");
    schools.caseOf(Schools.HIGH, spam, "hide:open/hidden");
    schools.caseOf(Schools.HIGH, second, "hide:open/hidden");
    threat = schools.caseOf(Schools.HIGH, danger, "escalate:open/hidden");
    moderator = schools.signIn("plain", Chromium.startWithoutScript().orElseThrow());
  }

  @AfterAll
  void goHome() {
    if (moderator != null) {
      moderator.browser().close();
    }
  }

  @Test
  @Order(1)
  void aCaseIsDecidedByItsForm() {
    moderator.open("/queue");
    moderator.reads("The parking lot is a fucking mess again");
    moderator.look("scriptless-1-queue");
    assertThat(moderator.page()).as("what only scripts could do").doesNotContain("Keys", "Skip");
    press(parking, "restore");
    moderator.reads("Restored by Pat Quinn");
    Schools.eventually(() -> assertThat(schools.shows(comment)).isTrue());
    moderator.look("scriptless-2-restored");
  }

  @Test
  @Order(2)
  void aDecisionIsTakenBack() {
    moderator.open("/queue?state=decided");
    moderator.reads("Restored by Pat Quinn");
    press(parking, "undo");
    Schools.eventually(() -> assertThat(schools.shows(comment)).isFalse());
    moderator.open("/queue?state=open");
    moderator.reads("The parking lot is a fucking mess again");
    moderator.look("scriptless-3-undone");
  }

  private void press(String caseId, String decision) {
    moderator
        .browser()
        .click(By.cssSelector("#case-" + caseId + " button[value=" + decision + "]"));
  }

  @Test
  @Order(3)
  void theQueueIsNarrowedAndWhatIsLeftDecidedAtOnce() {
    moderator.open("/queue?state=unconfirmed");
    moderator.browser().unfold("Category");
    moderator.follow("Spam 2");
    moderator.reads("cheap-meds.example");
    assertThat(moderator.page()).doesNotContain("parking lot");
    moderator.browser().all(By.cssSelector("#rows input[name=case]")).forEach(box -> box.click());
    moderator.look("scriptless-4-ticked");
    moderator.browser().click(By.cssSelector("#bulk button[value=confirm]"));
    moderator.reads("2 of 2 can be done");
    moderator.look("scriptless-5-preview");
    moderator.press("Confirm");
    moderator.reads("Confirm hide: 2 of 2 done");
    moderator.look("scriptless-6-done");
  }

  @Test
  @Order(4)
  void anEscalationIsAcknowledged() {
    moderator.open("/cases/" + threat);
    moderator.press("I'm handling this");
    Schools.eventually(
        () -> {
          moderator.open("/cases/" + threat);
          assertThat(moderator.page()).contains("Acknowledged by Pat Quinn, until");
        });
    moderator.look("scriptless-7-acknowledged");
  }
}
