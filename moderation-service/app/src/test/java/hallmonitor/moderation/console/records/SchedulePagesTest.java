package hallmonitor.moderation.console.records;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the page that says what falls under each rule of the records schedule. */
@ConsoleTest
class SchedulePagesTest extends RecordsConsole {
  @Inject KeptCountJob counting;

  private static String words(String page) {
    return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private String schedule(ConsoleBrowser browser) {
    return words(browser.get("/records/schedule").asString());
  }

  @Test
  void anEmptyArchiveShowsTheRulesWithTheirSources() {
    assertThat(schedule(officer))
        .contains(
            "Allowed comments that never had a case Kept for at least 3 years after the last"
                + " change. Source: ")
        .contains("Approved by the Local Records Commission")
        .contains("No records fall under this rule now.")
        .contains("Comments and cases are not counted yet.");
  }

  @Test
  void eachRuleSaysWhatIsDueAndWhatIsHeldAndByWhat() {
    records.allowed("1", "Hello");
    records.allowed("2", "Hello again");
    records.allowed("3", "Hello again");
    database.write(h -> h.execute("update comment set author_key = 'k' where comment_id = '3'"));
    place(Map.of("covers", "author", "account", "practice", "author-key", "k"));
    counting.count();

    assertThat(schedule(officer))
        .contains(
            "Records 3 Due now 2 Due in the next 12 months 0 Held 1 Kept for another reason 0")
        .contains("Held by: &lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("Without a hold, 1 of these would be due.")
        .contains("Comments and cases were counted");
  }

  /** As after an upgrade, which counts all again. */
  @Test
  void noNumberIsShownUntilAllMonthsAreCounted() {
    records.allowed("1", "Hello");
    counting.count();
    database.write(h -> h.execute("update kept_month set days_at = null"));
    database.write(h -> h.execute("delete from kept_day"));

    assertThat(schedule(officer))
        .contains("Source:", "Not counted yet.")
        .doesNotContain("Comments and cases were counted");
  }

  @Test
  void theRuleThatIsDueIsChosenInTheFormThatProposesADisposal() {
    records.allowed("1", "Hello");
    counting.count();

    assertThat(officer.get("/records/schedule").asString())
        .contains("href=\"/records?rule=allowed-comments#dispose\"");
    assertThat(officer.get("/records?rule=decided-cases").asString())
        .contains("<option value=\"decided-cases\" selected>")
        .contains("<option value=\"allowed-comments\">");
    assertThat(ConsoleBrowser.signedIn("auditor").get("/records/schedule").asString())
        .contains("Due now")
        .doesNotContain("Propose a disposal");
  }

  @Test
  void whoSeesOneSchoolSeesOnlyWhatBelongsToIt() {
    records.allowed("1", "Hello");
    counting.count();

    assertThat(schedule(ConsoleBrowser.signedIn("own")))
        .contains("You see the accounts of your own schools.", "Records 1 Due now 1");
  }

  @Test
  void inSpanishToo() {
    records.allowed("1", "Hello");
    counting.count();
    officer.post("/language", Map.of("language", "es", "back", "/records"));

    assertThat(schedule(officer))
        .contains("Calendario de conservación", "Vencidos ahora 1")
        .contains("los plazos son un ejemplo", "Aprueba: la Comisión de Registros Locales")
        .doesNotContain("Commission", "the times are");
    assertThat(words(officer.get("/records").asString()))
        .contains("Número de la aprobación de la Comisión de Registros Locales")
        .doesNotContain("Commission");
  }
}
