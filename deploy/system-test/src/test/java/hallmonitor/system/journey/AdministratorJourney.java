package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.Chromium;
import hallmonitor.system.Console;
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
 * Two administrators of the district add a person, pause an account, and relax a clause that is too
 * strict.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class AdministratorJourney {
  /** The lists treat it as profanity, but too mild to hide. */
  private static final String MILD = "The bus of this effing school was late again";

  private final Schools schools;
  private final JourneyPerson administrator;
  private JourneyPerson other;
  private String draft;

  AdministratorJourney(Schools schools, JourneyPerson administrator) {
    this.schools = schools;
    this.administrator = administrator;
  }

  @BeforeAll
  void asThePolicyStands() {
    judged(schools.comment("m.", MILD), "review");
    other = schools.signIn("brandt", Chromium.start().orElseThrow());
  }

  @AfterAll
  void goHome() {
    if (other != null) {
      other.browser().close();
    }
  }

  @Test
  @Order(1)
  void somebodyIsLetInForOneBuilding() {
    String password =
        Console.addPerson(
            administrator.browser(),
            schools.stack(),
            "whitaker",
            "Dale Whitaker",
            "building-administrator",
            "birch-elementary");
    assertThat(password).isNotBlank();
    assertThat(administrator.page())
        .contains(
            "whitaker · Building administrator · Birch Elementary School · has not chosen a"
                + " password yet");
    administrator.look("administrator-1-people");
  }

  @Test
  @Order(2)
  void anAccountRestsAndReadsOnWhereItStopped() {
    administrator.open("/accounts");
    By card = By.id("account-practice");
    administrator
        .browser()
        .click(By.xpath("//*[@id='account-practice']//summary[.='Pause reading']"));
    administrator.write("Reason, for everybody to see", "The page moves to another server.");
    administrator.browser().click(By.cssSelector("#account-practice button[value=PAUSE]"));
    administrator.browser().waitUntilShown(card, "Resume reading");
    administrator.look("administrator-2-paused");
    int meanwhile = schools.comment("m.", "The marching band was wonderful on Friday.");
    other.open("/queue");
    assertThat(other.browser().waitFor(By.className("paused")).getText())
        .contains("is paused by", "The page moves to another server.");
    other.look("administrator-3-everybody-is-told");
    administrator.press("Resume reading");
    judged(meanwhile, "allow");
    administrator.browser().waitUntilShown(card, "Pause reading");
    administrator.look("administrator-4-resumed");
  }

  @Test
  @Order(3)
  void aDraftThatGoesTooFarIsRefusedByName() {
    administrator.open("/policy");
    administrator
        .browser()
        .waitFor(By.cssSelector("[aria-label='What the change of policy.yaml is about']"))
        .sendKeys("Milder words stay");
    administrator.press("Begin a draft of policy.yaml");
    administrator.reads("Milder words stay");
    draft = administrator.browser().address().replaceAll(".*/drafts/(\\d+).*", "$1");
    leastScore("1.1", "0.6");
    administrator.reads("Saved, with mistakes to mend");
    administrator.look("administrator-5-lint");
    administrator.open("/policy/drafts/" + draft);
    assertThat(administrator.browser().all(By.cssSelector("button[value=propose]:disabled")))
        .hasSize(1);
    administrator.look("administrator-6-mistake");
    leastScore("1.1", "0.92");
    administrator.reads("No mistakes.");
    leastScore("1.2", "0.92");
    administrator.reads("No mistakes.");
    administrator.look("administrator-7-draft");
  }

  private void leastScore(String clause, String score) {
    administrator.open("/policy/drafts/" + draft);
    administrator.browser().click(By.cssSelector("a[aria-label='Edit clause " + clause + "']"));
    administrator.browser().waitFor(By.id("at-least-0")).clear();
    administrator.browser().waitFor(By.id("at-least-0")).sendKeys(score);
    administrator.press("Save the clause");
  }

  @Test
  @Order(4)
  void itIsTriedInShadowAndOnThePast() {
    administrator.open("/policy/trials/" + draft + "/shadow");
    administrator.press("Start in shadow");
    administrator.reads("It judges until");
    judged(schools.comment("n.", MILD), "review");
    Schools.eventually(
        () -> {
          administrator.open("/policy/trials/" + draft + "/shadow");
          assertThat(administrator.page()).contains("Newly allowed", MILD);
        });
    administrator.look("administrator-8-shadow");
    administrator.press("Stop it now");
    administrator.reads("It judged until");
    administrator.open("/policy/trials/" + draft + "/backtest");
    administrator.press("Run the backtest");
    administrator.reads("Finished:");
    administrator.reads("Newly allowed");
    administrator.look("administrator-9-backtest");
  }

  @Test
  @Order(5)
  void anotherAdministratorApprovesAndCommentsAreJudgedByIt() {
    administrator.open("/policy/drafts/" + draft);
    administrator.write("Why the change is made", "Families say so, and nobody is hurt by it.");
    administrator.press("Propose");
    administrator.reads("You proposed it, so another person must approve it.");
    assertThat(administrator.isOffered("Approve")).isFalse();
    administrator.look("administrator-10-proposed");
    other.open("/policy/drafts/" + draft);
    other.look("administrator-11-to-approve");
    other.press("Approve");
    Schools.eventually(
        () -> {
          other.open("/policy");
          assertThat(other.page())
              .contains("approved by Elias Brandt", "Families say so, and nobody is hurt by it.");
        });
    other.look("administrator-12-in-force");
    String version = other.browser().waitFor(By.cssSelector("main code")).getText();
    int after = schools.comment("o.", MILD);
    judged(after, "allow");
    assertThat(
            schools.archived(
                "select policy_version from revision where account = 'practice' and comment_id = '"
                    + after
                    + "'"))
        .containsExactly(version);
  }

  private void judged(int comment, String outcome) {
    Schools.eventually(
        () ->
            assertThat(
                    schools.archived(
                        "select outcome from revision where account = 'practice' and comment_id = '"
                            + comment
                            + "'"))
                .containsExactly(outcome));
  }
}
