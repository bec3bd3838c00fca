package hallmonitor.moderation.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that home counts what is in scope, and that the first steps end when they are done. */
@ConsoleTest
class HomeTest extends NovakAtWork {
  private StaffSeed staff;

  @BeforeEach
  void people() {
    database.write(h -> h.execute("delete from first_run_dismissal"));
    staff = new StaffSeed(database, seed);
    staff.oneOfEach();
  }

  @Test
  void eachFigureOfOpenCasesLeadsToItsOwnList() {
    assertThat(page("administrator").select(".stats").first().select("a").eachAttr("href"))
        .containsExactly(
            "/queue?state=open&urgency=immediate",
            "/queue?state=danger-lane",
            "/queue?state=open&urgency=soon",
            "/queue?state=open&urgency=digest");
  }

  @Test
  void openCasesAreCountedByUrgencyInScope() {
    staff.escalated(StaffSeed.OWN, "immediate");
    staff.escalated(StaffSeed.OTHER, "immediate");
    seed.aCase("1").urgency("digest").in(StaffSeed.OWN).there();

    assertThat(figure("moderator", "Urgent")).startsWith("1");
    assertThat(figure("administrator", "Urgent")).startsWith("2");
    assertThat(figure("moderator", "Low priority")).startsWith("1");
    assertThat(figure("moderator", "Overdue")).startsWith("1");
  }

  @Test
  void theTimeToDecideIsComparedWithTheWeekBefore() {
    decided("1", "now() - interval '1 day'", "2 hours");
    decided("2", "now() - interval '9 days'", "10 hours");

    assertThat(figure("administrator", "Median time to decide"))
        .isEqualTo("2 h 10 h the week before");
  }

  @Test
  void alarmsSayHowManyWereRealOnceEnoughWereAnswered() {
    for (int i = 0; i < 5; i++) {
      staff.escalated(StaffSeed.OWN, "soon");
    }
    database.write(
        h ->
            h.execute(
                "update escalation_state set state = 'closed', raised_at = now() - interval '1 day'"));
    database.write(
        h ->
            h.execute(
                """
                update escalation_state set false_alarm = true
                where escalation_id = (select min(escalation_id::text)::uuid from escalation_state)
                """));

    assertThat(figure("moderator", "Alarms that were real"))
        .isEqualTo("80% of 5 closed in four weeks");
    assertThat(figure("moderator", "Alarms")).startsWith("5");
  }

  @Test
  void beforeTheFirstAlarmIsClosedNoneIsCounted() {
    assertThat(figure("moderator", "Alarms that were real"))
        .isEqualTo("– None closed in four weeks");
  }

  @Test
  void anAccountThatIsNotConnectedIsNamed() {
    database.write(h -> h.execute("delete from account_status"));

    assertThat(page("administrator").select(".worries").text()).contains("Has not reported yet");
    assertThat(page("administrator").select(".worries a").attr("href"))
        .isEqualTo("/accounts#account-practice");
  }

  @Test
  void anAdministratorBeginsWithTheFirstStepsUntilTheyAreDismissed() {
    ConsoleBrowser administrator = ConsoleBrowser.signedIn("administrator");
    assertThat(administrator.get("/").header("Location")).endsWith("/home");
    assertThat(page("administrator").select(".checklist").text())
        .contains("Get started", "Connect an account", "Name your district");
    assertThat(page("moderator").select(".checklist")).isEmpty();

    administrator.post("/home/first-run", Map.of());

    assertThat(page("administrator").select(".checklist")).isEmpty();
    assertThat(administrator.get("/").header("Location")).endsWith("/queue");
    assertThat(novak.get("/").header("Location")).endsWith("/queue");
  }

  private void decided(String comment, String at, String after) {
    var id = seed.aCase(comment).aged(Duration.ofDays(1)).there();
    database.write(
        h ->
            h.execute(
                "update review_case set state = 'dismissed', decided_by = 'novak', decided_at = "
                    + at
                    + ", opened_at = "
                    + at
                    + " - interval '"
                    + after
                    + "' where case_id = ?",
                id));
  }

  /** Returns the number with this name, and the text below it. */
  private static String figure(String role, String name) {
    return page(role).select(".stat").stream()
        .filter(stat -> stat.select(".label").text().equals(name))
        .map(stat -> stat.select(".value, .trend").text())
        .findFirst()
        .orElseThrow()
        .strip();
  }

  private static Document page(String role) {
    return Jsoup.parse(ConsoleBrowser.signedIn(role).get("/home").asString());
  }
}
