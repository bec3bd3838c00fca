package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Officers decide what a request found, one item after the other. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class ReviewTest extends RequestsAtWork {
  @Inject SearchIndexJob index;
  @Inject RequestSearchJob job;

  private String path;
  private List<String> items;

  @BeforeEach
  void threeItems() throws SQLException {
    deciding.allowed("71", "Dana Reyes", "The bus was late", Duration.ofMinutes(9));
    deciding.allowed("72", "Kai Lund", "The bus was late", Duration.ofMinutes(8));
    deciding.allowed("73", "Sam Ito", "No bus at all " + SCRIPT, Duration.ofMinutes(7));
    index.catchUp();
    path = entered(typed());
    officer.post("/requests/searches?q=bus", Map.of("request", path.replace("/requests/", "")));
    while (job.step(500)) {
      // Until no search waits.
    }
    items = texts("select item_no::text as number from records_request_item order by item_no");
    assertThat(items).hasSize(3);
  }

  private String at(int item) {
    return path + "/items/" + items.get(item);
  }

  private ConsoleResponse decide(ConsoleBrowser browser, int item, String outcome, String... more) {
    Map<String, String> fields = new HashMap<>(Map.of("version", "0", "outcome", outcome));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return browser.post(at(item), fields);
  }

  private List<String> states() {
    return texts("select state from records_request_item order by item_no");
  }

  @Test
  void eachItemStandsInItsThreadAndTheNextUndecidedFollows() {
    assertThat(officer.get(path + "/items").header("Location")).endsWith(at(0));
    assertThat(page(officer, at(0)))
        .contains("No bus at all", "0 of 3 decided", "Sam Ito", "Not decided", "data-direct=\"w\"")
        .doesNotContain(SCRIPT);

    assertThat(decide(officer, 0, "release").header("Location")).endsWith(at(1));
    assertThat(decide(officer, 1, "later").header("Location")).endsWith(at(2));
    assertThat(decide(officer, 2, "redact", "note", "The name").header("Location"))
        .as("what was left for later comes again")
        .endsWith(at(1));
    assertThat(decide(officer, 1, "release", "version", "1").header("Location"))
        .as("nothing is redacted yet in what needs it")
        .endsWith(at(2));
    assertThat(page(officer, at(2))).contains("Needs redaction", "The name", "2 of 3 decided");
    assertThat(decide(officer, 2, "release", "version", "1").header("Location"))
        .as("all are decided")
        .endsWith(path + "#scope");

    assertThat(states()).containsExactly("release", "release", "release");
    assertThat(page(officer, path))
        .contains("3 of 3 decided: 3 to release", "All items are decided.");
  }

  @Test
  void theFirstDecisionStartsTheReview() {
    assertThat(page(officer, path)).contains("Not started");
    assertThat(decide(officer, 0, "withhold").statusCode()).isEqualTo(409);
    assertThat(one("select state from records_request"))
        .as("nothing decided")
        .isEqualTo("received");

    decide(second, 0, "release");
    decide(officer, 1, "release");

    assertThat(one("select state || ' ' || worker || ' ' || version from records_request"))
        .as("what someone has open is still what they saw")
        .isEqualTo("in-review okoro 0");
    assertThat(page(officer, path))
        .contains("Started the review", "Changed who works on it")
        .doesNotContain("Not started");
    assertThat(texts("select actor from audit where act = 'request-in-review'"))
        .containsExactly("okoro");
  }

  @Test
  void whoeverWasChosenStillWorksOnIt() {
    officer.post(path + "/worker", Map.of("version", "0", "worker", "vega"));

    decide(second, 0, "release");

    assertThat(one("select state || ' ' || worker from records_request"))
        .isEqualTo("in-review vega");
  }

  @Test
  void whatIsWithheldNeedsAnExemptionOfTheList() {
    assertThat(decide(officer, 0, "withhold", "note", "Why not").asString())
        .contains("Choose the exemption for which it is withheld.", "Why not");
    assertThat(decide(officer, 0, "withhold", "exemption", "mood").asString())
        .contains("Choose an exemption from the list.");
    assertThat(decide(officer, 0, "withhold", "exemption", "ca-other-law").statusCode())
        .as("of another state")
        .isEqualTo(409);

    decide(officer, 0, "withhold", "exemption", "ferpa");

    assertThat(page(officer, at(0))).contains("Withhold", "FERPA, 20 U.S.C. 1232g(b)(1)");
    assertThat(page(officer, at(1))).contains("5 ILCS 140/7(1)(b)", "5 ILCS 140/7(1)(c)");
    assertThat(decide(officer, 1, "release", "exemption", "ferpa").statusCode())
        .as("a ground that is still chosen does not count")
        .isEqualTo(303);
    assertThat(texts("select exemption from records_request_item order by item_no"))
        .containsExactly("ferpa", "", "");
  }

  @Test
  void equalTextsAreDecidedAtOnceButNotWhatSomeoneDecided() {
    assertThat(page(officer, at(1))).contains("Decide the others with the same text, too: 1");
    assertThat(page(officer, at(0))).doesNotContain("with the same text");

    decide(officer, 1, "release", "alike", "true");

    assertThat(states()).containsExactly("open", "release", "release");
    assertThat(page(officer, at(1))).doesNotContain("with the same text");
    assertThat(one("select detail from audit where act = 'request-item-release'"))
        .isEqualTo("and 1 with the same text: items 3");
  }

  private void illustrated(String commentId, String address) {
    database.write(
        h ->
            h.execute(
                "update revision set attachments = array[?] where comment_id = ?",
                address,
                commentId));
  }

  /** Adds a comment that is nothing but a picture. */
  private void pictured(String commentId, String address) throws SQLException {
    deciding.allowed(commentId, "Kai Lund", "", Duration.ofMinutes(6));
    illustrated(commentId, address);
    database.write(
        h ->
            h.execute(
                """
                insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at,
                  text_hash)
                select request_id, search_id, 'practice', ?, 'comment', '1', now(), encode(sha256(''), 'hex')
                from records_request_search
                """,
                commentId));
    items = texts("select item_no::text as number from records_request_item order by item_no");
  }

  @Test
  void addressesOfPicturesAreShownAndNoPictureIsDecidedWithOthers() throws SQLException {
    pictured("81", "https://pictures.example/a.png");
    pictured("82", "https://pictures.example/b.png");

    assertThat(page(officer, at(3)))
        .contains("Pictures and videos: 1.", "https://pictures.example/a.png", "View comment")
        .doesNotContain("with the same text");
    decide(officer, 3, "release", "alike", "true");

    assertThat(states()).containsExactly("open", "open", "open", "release", "open");
  }

  @Test
  void aTextWithAPictureIsNotTheSameAsTheTextAlone() {
    illustrated("72", "https://pictures.example/c.png");

    assertThat(page(officer, at(1)) + page(officer, at(2))).doesNotContain("with the same text");
    decide(officer, 1, "release", "alike", "true");
    decide(officer, 2, "later", "alike", "true");

    assertThat(states()).containsExactly("open", "release", "later");
  }

  @Test
  void whatSomeoneLeftForLaterIsNotDecidedWithOthers() {
    decide(officer, 2, "later");

    assertThat(page(officer, at(1))).doesNotContain("with the same text");
    decide(officer, 1, "release", "alike", "true");

    assertThat(states()).containsExactly("open", "release", "later");
  }

  @Test
  void twoOfficersNeverOverwriteEachOtherUnseen() {
    decide(officer, 0, "release");

    ConsoleResponse late = decide(second, 0, "withhold", "exemption", "ferpa", "note", "A child");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString())
        .contains(
            "Someone else decided this item after you opened it", "Release", "vega", "A child");
    assertThat(states()).startsWith("release");
    assertThat(decide(second, 0, "withhold", "exemption", "ferpa", "version", "1").statusCode())
        .as("seen, and decided again")
        .isEqualTo(303);
  }

  @Test
  void everyLookAndEveryDecisionIsInTheAuditLog() {
    page(officer, at(0));
    decide(officer, 0, "withhold", "exemption", "il-personal-privacy");

    assertThat(texts("select actor || ' ' || act || ' ' || detail from audit"))
        .contains("vega request-item-read ", "vega request-item-withhold il-personal-privacy");
    assertThat(texts("select target from audit where act = 'request-item-withhold'"))
        .singleElement()
        .asString()
        .matches("request R-\\d{4}-0001, item \\d+");
  }

  @Test
  void aRequestIsNotAnsweredWhileAnItemOfAnySchoolIsUndecided() {
    decide(officer, 0, "release");
    decide(officer, 1, "later");
    staff.person("elsewhere", "records-officer", "no-such-school");

    ConsoleResponse early = move(ConsoleBrowser.signedIn("elsewhere"), path, 0, "answered");

    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.asString()).contains("Nobody decided these items yet: 2 in all schools");
    decide(officer, 1, "release", "version", "1", "alike", "true");
    assertThat(move(officer, path, 0, "answered").statusCode()).isEqualTo(303);
    database.write(h -> h.execute("update records_request_item set state = 'later'"));
    assertThat(move(officer, path, 1, "closed").asString()).contains("3 in all schools");
    assertThat(one("select state from records_request")).isEqualTo("answered");
  }

  @Test
  void aClosedRequestIsNotDecidedAnyMore() {
    move(officer, path, 0, "withdrawn");
    move(officer, path, 1, "closed");

    assertThat(decide(officer, 0, "release").asString()).contains("This request is closed.");
    assertThat(page(officer, at(0))).doesNotContain("data-direct=\"r\"");
    assertThat(states()).containsOnly("open");
  }

  @Test
  void itemsAreOnlyForThoseWhoWorkOnRequests() {
    ConsoleBrowser auditor = ConsoleBrowser.signedIn("audra");

    assertThat(auditor.get(at(0)).statusCode()).isEqualTo(403);
    assertThat(decide(auditor, 0, "release").statusCode()).isEqualTo(403);
    assertThat(page(auditor, path)).doesNotContain("Review the items");
    assertThat(officer.get(path + "/items/999999999").statusCode()).isEqualTo(404);
  }

  @Test
  void theReviewSpeaksSpanish() {
    officer.post("/language", Map.of("language", "es", "back", "/requests"));

    assertThat(page(officer, at(0)))
        .contains("0 de 3 decididos", "Retener", "expedientes educativos de un estudiante");
  }
}
