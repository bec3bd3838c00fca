package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log says what the public does not get and why, and nothing of it. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class ExemptionLogTest extends RedactionsAtWork {
  @BeforeEach
  void threeItems() throws SQLException {
    found("91", "Zora Pell", "The bus left Toby Wren");
    found("92", "Zora Pell", "The bus left again");
    found("93", "Zora Pell", "No bus");
  }

  private String log() {
    return page(officer, path + "/exemptions");
  }

  private List<String> file() {
    String file = page(officer, path + "/exemptions.csv");
    assertThat(file).startsWith("\uFEFF");
    return file.substring(1).lines().toList();
  }

  @Test
  void whatIsRedactedOrWithheldStandsThereWithItsGroundAndItsPerson() {
    redact(0, "words", "Toby");
    redact(0, "part", "author", "ground", "ferpa", "version", "1");
    decide(0, "redact", "version", "2");
    decide(1, "withhold", "exemption", "il-personal-privacy");
    decide(2, "release");

    assertThat(file())
        .hasSize(4)
        .first()
        .isEqualTo(
            "\"Item\",\"Kind of record\",\"Account\",\"Date\",\"What the public does not get\",\"Law\","
                + "\"Exemption\",\"Decided by\",\"Decided on\"");
    assertThat(file().get(1))
        .contains("\"Redacted: words of the text\",\"5 ILCS 140/7(1)(b)\",\"Private information");
    assertThat(file().get(2))
        .contains("\"Redacted: the name of the author\",\"FERPA, 20 U.S.C. 1232g(b)(1)\"");
    assertThat(file().get(3))
        .contains("\"Withheld: the whole record\",\"5 ILCS 140/7(1)(c)\"", "\"" + today() + "\"");
    assertThat(log() + file()).doesNotContain("Toby", "Zora", "bus", "Pell");
    assertThat(texts("select act from audit where act like 'request-exemptions%'"))
        .contains("request-exemptions-read", "request-exemptions-downloaded");
  }

  @Test
  void thePageIsInTheReadersLanguageAndTheFileInThatOfTheRequester() {
    decide(0, "withhold", "exemption", "il-personal-privacy");
    officer.post("/language", Map.of("language", "es", "back", "/requests"));

    assertThat(log()).contains("Información personal").doesNotContain("Personal information");
    assertThat(file().get(1)).contains("Personal information");
  }

  @Test
  void whatIsNotDecidedIsNotInIt() {
    redact(0, "words", "Toby");
    decide(1, "redact");

    assertThat(log()).contains("Nothing is withheld or redacted.");
    assertThat(file()).hasSize(1);
  }

  @Test
  void whatWasWithheldBeforeWordsWereKeptHasThoseOfTheFile() {
    decide(0, "withhold", "exemption", "ferpa");
    decide(1, "withhold", "exemption", "ferpa");
    database.write(h -> h.execute("update records_request_item set ground_no = null"));
    database.write(
        h -> h.execute("update records_request_item set exemption = 'gone' where item_id = '92'"));

    assertThat(file().get(1)).contains("FERPA, 20 U.S.C. 1232g(b)(1)");
    assertThat(file().get(2)).contains("\"gone\"");
  }

  @Test
  void theLogOutlivesTheWords() {
    redact(0, "words", "Toby");
    decide(0, "redact", "version", "1");
    database.write(
        h -> h.execute("update records_request_redaction set text_hash = '', address = ''"));
    database.write(h -> h.execute("update records_request_item set text_hash = ''"));

    assertThat(file().get(1)).contains("Redacted: words of the text", "5 ILCS 140/7(1)(b)");
    assertThat(preview(0)).contains("The archive no longer has this item.");
    assertThat(page(officer, at(0))).contains("Redactions");
  }

  @Test
  void aLongLogHasPagesAndItsFileHasAll() {
    decide(0, "withhold", "exemption", "ferpa");
    database.write(
        h ->
            h.execute(
                """
                insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at,
                  text_hash, state, exemption, decided_by, decided_at)
                select request_id, search_id, account, item_id, kind, 'n' || n, seen_at, 'x', 'withhold', 'ferpa', 'vega',
                  now()
                from records_request_item, generate_series(1, 1200) n where item_id = '91'
                """));
    String last = one("select max(number)::text from records_request_item");

    assertThat(log()).contains("rel=\"next\"").doesNotContain(">Item " + last + "<");
    assertThat(file()).hasSize(1 + 1201);
    assertThat(file().get(1201)).startsWith("\"" + last + "\"");
  }

  @Test
  void whoSeesOnlySomeSchoolsIsToldThatEntriesAreMissing() {
    decide(0, "withhold", "exemption", "ferpa");
    staff.person("elsewhere", "records-officer", "no-such-school");

    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("elsewhere");

    assertThat(page(elsewhere, path + "/exemptions")).contains("schools that you don't see: 1.");
    assertThat(page(elsewhere, path + "/exemptions.csv")).contains("doesn't see: 1.");
    assertThat(ConsoleBrowser.signedIn("audra").get(path + "/exemptions").statusCode())
        .isEqualTo(403);
  }
}
