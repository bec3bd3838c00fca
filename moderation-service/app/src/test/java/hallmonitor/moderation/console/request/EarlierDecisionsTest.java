package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import hallmonitor.moderation.store.request.RequestRedactions;
import hallmonitor.moderation.store.request.RequestRedactions.Chosen;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an answered request decided is shown and taken over where a later one finds it again. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class EarlierDecisionsTest extends RequestsAtWork {
  private static final String NAMED = "Ana Ruiz missed the bus";
  private static final LegalGround GROUND =
      new LegalGround("ferpa", "20 U.S.C. 1232g", "", "A student's record", "Un expediente");

  @Inject SearchIndexJob index;
  @Inject RequestSearchJob job;
  @Inject RequestRedactions redactions;

  private String earlier;
  private String later;

  @BeforeEach
  void anAnsweredRequestAndOneThatFindsTheSame() throws SQLException {
    deciding.allowed("71", "Dana Reyes", "The bus was late", Duration.ofMinutes(9));
    deciding.allowed("72", "Kai Lund", NAMED, Duration.ofMinutes(8));
    deciding.allowed("73", "Sam Ito", "No bus at all", Duration.ofMinutes(7));
    index.catchUp();
    earlier = asked();
    decide(earlier, "71", 0, "release");
    redactions.redact(
        id(earlier),
        item(earlier, "72"),
        0,
        List.of(new Chosen(Redaction.ofWords(NAMED, new Span(0, 8), GROUND), "")),
        "vega");
    decide(earlier, "72", 1, "redact");
    decide(earlier, "73", 0, "withhold", "exemption", "ferpa");
    assertThat(move(officer, earlier, 0, "answered").statusCode()).isEqualTo(303);
    later = asked();
  }

  private String asked() {
    String path = entered(typed());
    officer.post("/requests/searches?q=bus", Map.of("request", id(path).toString()));
    while (job.step(500)) {
      // Until no search waits.
    }
    return path;
  }

  private static UUID id(String path) {
    return UUID.fromString(path.replace("/requests/", ""));
  }

  private long item(String path, String comment) {
    return Long.parseLong(
        one(
            "select item_no::text from records_request_item where request_id = '%s' and item_id = '%s'"
                .formatted(id(path), comment)));
  }

  private void decide(String path, String comment, int version, String outcome, String... more) {
    Map<String, String> fields = new HashMap<>(Map.of("version", "" + version, "outcome", outcome));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    ConsoleResponse answer = officer.post(path + "/items/" + item(path, comment), fields);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
  }

  private ConsoleResponse takeOver(ConsoleBrowser browser, String comment, int version) {
    return browser.post(
        later + "/earlier/" + item(later, comment),
        Map.of("version", "" + version, "from", "" + item(earlier, comment)));
  }

  private String at(String comment) {
    return page(officer, later + "/items/" + item(later, comment));
  }

  private List<String> states() {
    return texts(
        "select state from records_request_item where request_id = '%s' order by item_id"
            .formatted(id(later)));
  }

  @Test
  void theReviewSaysHowItWasDecidedThen() {
    assertThat(at("71"))
        .contains("Decided before", "0001, answered", "Released", "data-direct=\"t\"");
    assertThat(at("72")).contains("Released in part; redacted places: 1");
    assertThat(at("73")).contains("Withheld: Personally identifiable information");
  }

  @Test
  void oneKeyTakesOverTheDecisionWithItsRedactionsAndItsGround() {
    assertThat(takeOver(officer, "72", 0).statusCode()).isEqualTo(303);
    assertThat(takeOver(officer, "73", 0).statusCode()).isEqualTo(303);

    assertThat(states()).containsExactly("open", "redact", "withhold");
    assertThat(
            texts(
                "select from_at || '-' || to_at || ' ' || state from records_request_redaction where item_no = "
                    + item(later, "72")))
        .containsExactly("0-8 confirmed");
    assertThat(
            one(
                """
                select (count(distinct ground_no) = 1)::text from records_request_item where item_id = '73'
                """))
        .isEqualTo("true");
    assertThat(texts("select detail from audit where act = 'request-item-taken-over'"))
        .allMatch(detail -> detail.matches("as item [1-3] of request R-\\d{4}-0001"))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void allThatWereDecidedTheSameWayAreTakenOverAtOnce() {
    decide(later, "71", 0, "later");
    assertThat(page(officer, later)).contains("Earlier answers decided 2 of the undecided items");

    officer.post(later + "/earlier", Map.of());

    assertThat(states()).containsExactly("later", "redact", "withhold");
    assertThat(page(officer, later)).doesNotContain("Earlier answers decided");
  }

  @Test
  void whatTwoAnswersDecidedDifferentlyIsForAPerson() {
    decide(later, "71", 0, "withhold", "exemption", "ferpa");
    officer.post(later + "/earlier", Map.of());
    move(officer, later, 0, "answered");
    later = asked();

    officer.post(later + "/earlier", Map.of());

    assertThat(states()).containsExactly("open", "redact", "withhold");
    assertThat(at("71")).contains("0001, answered", "0002, answered");
  }

  @Test
  void whatWasWithheldOrRedactedIsNotDecidedInAList() {
    assertThat(page(officer, later + "/list"))
        .contains("The bus was late")
        .doesNotContain("missed the bus", "No bus at all");
  }

  @Test
  void whatIsWithheldWhileAListIsOpenIsNotReleasedWithIt() {
    move(officer, earlier, 1, "in-review");
    String list = page(officer, later + "/list");
    assertThat(list).contains("missed the bus", "No bus at all");
    assertThat(move(officer, earlier, 2, "answered").statusCode()).isEqualTo(303);

    ConsoleResponse late =
        officer.post(
            later + "/list",
            Map.of(
                "outcome",
                List.of("release"),
                "seen",
                ReviewListTest.every(list, "seen"),
                "item",
                ReviewListTest.every(list, "item")));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(states()).containsExactly("open", "open", "open");
  }

  @Test
  void whatWasWithheldIsNotReleasedWithAnEqualText() throws SQLException {
    deciding.allowed("74", "Ana Lee", "No bus at all", Duration.ofMinutes(6));
    deciding.allowed("75", "Tim Roe", "No bus at all", Duration.ofMinutes(5));
    index.catchUp();
    later = asked();

    decide(later, "74", 0, "release", "alike", "true");

    assertThat(states()).containsExactly("open", "open", "open", "release", "release");
  }

  @Test
  void onlyAnsweredRequestsCount() {
    move(officer, earlier, 1, "in-review");

    assertThat(at("71")).doesNotContain("Decided before");
    assertThat(takeOver(officer, "71", 0).asString())
        .contains("That earlier decision no longer stands.");
    assertThat(page(officer, later)).doesNotContain("Earlier answers decided");
  }

  @Test
  void nobodyOverwritesADecisionThatTheyDidNotSee() {
    decide(later, "71", 0, "withhold", "exemption", "ferpa");

    ConsoleResponse late = takeOver(second, "71", 0);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString()).contains("Someone else decided this item");
    assertThat(states()).startsWith("withhold");
  }

  @Test
  void itemsOfOtherSchoolsAreNotTakenOver() {
    staff.person("elsewhere", "records-officer", "no-such-school");
    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("elsewhere");

    assertThat(takeOver(elsewhere, "71", 0).statusCode()).isEqualTo(404);
    elsewhere.post(later + "/earlier", Map.of());

    assertThat(states()).containsOnly("open");
  }
}
