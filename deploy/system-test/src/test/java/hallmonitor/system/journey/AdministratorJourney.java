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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

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
    judged(schools.comment("Mia M.", MILD), "review");
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
            "Dale Whitaker",
            "Building administrator · Birch Elementary School",
            "Has not chosen a password yet");
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
    administrator.write("Reason (everyone can see it)", "The page moves to another server.");
    administrator.browser().click(By.cssSelector("#account-practice button[value=PAUSE]"));
    administrator.browser().waitUntilShown(card, "Resume reading");
    administrator.look("administrator-2-paused");
    int meanwhile = schools.comment("Mia M.", "The marching band was wonderful on Friday.");
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
    administrator.reads("of 1,000 ordinary comments");
    administrator.look("administrator-5-policy");
    administrator.press("Edit clause 1.1");
    administrator.reads("Draft: Clause 1.1: Profanity");
    draft = administrator.browser().address().replaceAll(".*/clauses/(\\d+).*", "$1");
    leastScore("1.1", "0.6");
    administrator.reads("Saved, with mistakes to fix");
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

  @Test
  @Order(4)
  void whatAThresholdWouldCostIsSaidWhileItIsTyped() {
    administrator.open("/policy/drafts/" + draft);
    administrator.browser().click(By.cssSelector("a[aria-label='Edit clause 3.2']"));
    By figures = By.id("figures-0");
    administrator.browser().waitUntilShown(figures, "of true cases");
    administrator.browser().waitFor(By.id("at-least-0")).clear();
    administrator.browser().waitFor(By.id("at-least-0")).sendKeys("5");
    administrator.browser().waitUntilShown(figures, "Enter a score from 0.01 to 1.");
    administrator.browser().waitFor(By.id("at-least-0")).clear();
    administrator.browser().waitFor(By.id("at-least-0")).sendKeys("0.05");
    administrator.browser().waitUntilShown(figures, "of 1,000 ordinary comments");
    WebElement slider = administrator.browser().waitFor(By.cssSelector("[data-slides=at-least-0]"));
    slider.sendKeys(Keys.END);
    administrator.browser().waitUntilShown(figures, "Eagerly.");
    assertThat(administrator.browser().waitFor(By.id("at-least-0")).getDomProperty("value"))
        .isEqualTo("0.010");
    administrator.look("administrator-8-threshold");
  }

  private void leastScore(String clause, String score) {
    administrator.open("/policy/drafts/" + draft);
    administrator.browser().click(By.cssSelector("a[aria-label='Edit clause " + clause + "']"));
    administrator.browser().waitFor(By.id("at-least-0")).clear();
    administrator.browser().waitFor(By.id("at-least-0")).sendKeys(score);
    administrator.press("Save the clause");
  }

  @Test
  @Order(5)
  void itIsTriedInShadowAndOnThePast() {
    administrator.open("/policy/trials/" + draft + "/shadow");
    administrator.press("Start the trial");
    administrator.reads("Running until");
    judged(schools.comment("Nora N.", MILD), "review");
    Schools.eventually(
        () -> {
          administrator.open("/policy/trials/" + draft + "/shadow");
          assertThat(administrator.page()).contains("Newly allowed", MILD);
        });
    administrator.look("administrator-9-shadow");
    administrator.press("Stop now");
    administrator.reads("Ended");
    administrator.open("/policy/drafts/" + draft);
    administrator.reads("What it would have done last month");
    administrator.reads("Tried on");
    administrator.look("administrator-10-last-month");
    administrator.follow("See which comments");
    administrator.reads("Newly allowed");
    administrator.look("administrator-10-backtest");
  }

  @Test
  @Order(6)
  void anotherAdministratorApprovesAndCommentsAreJudgedByIt() {
    administrator.open("/policy/drafts/" + draft);
    administrator.write("Reason for the change", "Families say so, and nobody is hurt by it.");
    administrator.press("Propose");
    administrator.reads("You proposed this, so another person must approve it.");
    assertThat(administrator.isOffered("Approve")).isFalse();
    administrator.look("administrator-11-proposed");
    other.open("/policy/drafts/" + draft);
    other.look("administrator-12-to-approve");
    other.press("Approve");
    Schools.eventually(
        () -> {
          other.open("/policy");
          assertThat(other.page())
              .contains("approved by Elias Brandt", "Families say so, and nobody is hurt by it.");
        });
    other.look("administrator-13-in-force");
    other.reads("Latest change");
    String version =
        schools
            .archived(
                "select version from document_version where document = 'policy' order by id desc"
                    + " limit 1")
            .get(0);
    int after = schools.comment("Olga O.", MILD);
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
