package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.redaction.RedactionProposals;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Officers read many items in a list, and decide them together. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class ReviewListTest extends RedactionsAtWork {
  private static final String CANNOT_BE_DECIDED = "This item can't be decided in a list.";

  @BeforeEach
  void threeItems() throws SQLException {
    found("91", "Zora Pell", "The bus was late");
    found("92", "Kai Lund", "Call me at 309-555-0147, the bus is late");
    found("93", "Sam Ito", "The bus was late");
  }

  private String list() {
    return page(officer, path + "/list");
  }

  static List<String> every(String page, String name) {
    return Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  /** Decides as a browser does that shows this page; without the items of these places. */
  private ConsoleResponse decide(
      ConsoleBrowser browser, String page, Map<String, String> more, Integer... cleared) {
    List<String> chosen = new ArrayList<>(every(page, "item"));
    for (int place : cleared) {
      chosen.remove(every(page, "item").get(place));
    }
    Map<String, List<String>> fields = new HashMap<>();
    fields.put("after", every(page, "after"));
    fields.put("last", every(page, "last"));
    fields.put("seen", every(page, "seen"));
    fields.put("item", chosen);
    more.forEach((name, value) -> fields.put(name, List.of(value)));
    return browser.post(path + "/list", fields);
  }

  private ConsoleResponse release(Integer... cleared) {
    return decide(officer, list(), Map.of("outcome", "release"), cleared);
  }

  private List<String> states() {
    return texts("select state || redactions from records_request_item order by item_no");
  }

  @Test
  void whatIsReadTogetherIsReleasedTogetherAndWhatIsMarkedIsRedacted() {
    assertThat(list())
        .contains("The same text as the item before", "is-proposed\">309-555-0147", "Zora Pell")
        .contains("0 of 3 decided");

    ConsoleResponse done = release();

    assertThat(done.statusCode()).as(done.asString()).isEqualTo(303);
    assertThat(states()).containsExactly("release0", "redact1", "release0");
    assertThat(preview(1)).contains("Call me at", MARK).doesNotContain("0147");
    assertThat(
            officer
                .get(done.header("Location").replaceFirst("^https?://[^/]+", ""))
                .header("Location"))
        .as("nothing is left for a list")
        .endsWith(path + "/items");
  }

  @Test
  void anItemWithAClearedBoxIsLeftForItsOwnPage() {
    release(0);

    assertThat(states()).containsExactly("open0", "redact1", "release0");
    assertThat(officer.get(path + "/items").header("Location")).endsWith(at(0));
  }

  @Test
  void aWholeListIsWithheldForOneExemption() {
    assertThat(decide(officer, list(), Map.of("outcome", "withhold")).asString())
        .contains("Choose the exemption for which it is withheld.");

    decide(officer, list(), Map.of("outcome", "withhold", "exemption", "ferpa"), 1);

    assertThat(states()).containsExactly("withhold0", "withhold0", "open0");
    assertThat(texts("select distinct exemption || (ground_no is null) from records_request_item"))
        .containsExactlyInAnyOrder("ferpafalse", "true");
  }

  @Test
  void ifSomeoneDecidesOneOfThemMeanwhileNothingIsSaved() {
    String page = list();
    decide(0, "withhold", "exemption", "ferpa");

    ConsoleResponse late = decide(second, page, Map.of("outcome", "release"), 2);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString()).contains("Something in this list changed after you opened it");
    assertThat(states()).containsExactly("withhold0", "open0", "open0");
    assertThat(checked(late.asString())).as("what was cleared stays cleared").hasSize(1);
  }

  @Test
  void ifSomeoneDecidesAllOfThemMeanwhileThereIsNothingToPress() {
    String page = list();
    release();

    ConsoleResponse late = decide(second, page, Map.of("outcome", "release"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString())
        .contains("Something in this list changed after you opened it", "Next list")
        .doesNotContain("Release the chosen items");
  }

  @Test
  void whatIsNotFoundAnyMoreIsAChangeOfTheListAndNotAnError() {
    String page = list();
    database.write(h -> h.execute("delete from records_request_item where item_id = '93'"));

    ConsoleResponse late = decide(officer, page, Map.of("outcome", "release"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(states()).containsExactly("open0", "open0");
  }

  @Test
  void whatHasMoreToRedactThanIsMarkedIsNotDecidedInAList() throws SQLException {
    String many =
        IntStream.rangeClosed(0, RedactionProposals.MOST)
            .mapToObj(i -> "309-555-%04d".formatted(100 + i))
            .collect(Collectors.joining(", call "));
    found("94", "Tim Roe", "Call " + many);
    found("95", "Lea Moss", "Brakka Tosk hit me, ask brakka tosk");

    assertThat(list()).contains("Tim Roe", "Lea Moss").contains(CANNOT_BE_DECIDED);
    assertThat(every(list(), "item")).hasSize(3);
    release();

    assertThat(states()).containsExactly("release0", "redact1", "release0", "open0", "open0");
  }

  @Test
  void anEqualTextThatIsNotMarkedTheSameIsWrittenOut() throws SQLException {
    found("94", "Tim Roe", "Call me at 309-555-0147, the bus is late");
    assertThat(list()).doesNotContain("Call me at 309-555-0147");

    answer(3, "reject-all", "0");

    assertThat(list())
        .contains("Call me at <mark", "Call me at 309-555-0147, the bus is late")
        .containsOnlyOnce("The same text as the item before");
  }

  private static List<String> checked(String page) {
    return Pattern.compile("name=\"item\" value=\"([0-9]+)\" checked")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void whatThePersonDidNotSeeMarkedIsNeverReleased() {
    String page = list();
    // As if a name had come on the media-release list after the page was opened.
    String blind = page.replaceAll("(name=\"seen\" value=\"[0-9]+:[0-9]+:)[^\"]*", "$1");

    ConsoleResponse answer = decide(officer, blind, Map.of("outcome", "release"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(states()).containsExactly("open0", "open0", "open0");
  }

  @Test
  void aListIsOnlyAsLongAsAPersonReadsInOneGoAndTheNextOneFollows() throws SQLException {
    for (int i = 0; i < ReviewListPages.LONGEST; i++) {
      found("2" + i, "Neighbor " + i, "Bus number " + i);
    }
    String page = list();
    assertThat(every(page, "item")).hasSize(ReviewListPages.LONGEST);

    String next = page(officer, path + "/list?after=" + every(page, "last").get(0));

    assertThat(every(next, "item")).hasSize(3).doesNotContainAnyElementsOf(every(page, "item"));
  }

  @Test
  void nothingIsDecidedWithoutAChoice() {
    assertThat(
            decide(officer, list(), Map.of("outcome", "release", "exemption", "ferpa"), 0, 1, 2)
                .asString())
        .contains("Choose the items to decide.")
        .as("what was chosen besides stays chosen")
        .contains("value=\"ferpa\" selected");
    assertThat(decide(officer, list(), Map.of()).statusCode()).isEqualTo(404);
    assertThat(states()).containsExactly("open0", "open0", "open0");
  }

  @Test
  void whatIsMoreThanItsTextIsNotListed() {
    database.write(
        h -> {
          h.execute(
              "update revision set attachments = array['https://x.example/a.png'] where comment_id"
                  + " = '91'");
          return h.execute(
              "update records_request_item set text_hash = 'other' where item_id = '93'");
        });

    String page = list();

    assertThat(every(page, "item")).hasSize(1);
    assertThat(page).contains(CANNOT_BE_DECIDED, "Sam Ito").doesNotContain("Zora Pell");
  }

  /** Says that an item's comment has a case. */
  private void judged(String comment, String category, String outcome, String state) {
    database.write(
        h ->
            h.execute(
                """
                insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category,
                  urgency, strikes, state, action_state, opened_at, seen_at)
                values (gen_random_uuid(), 'practice', ?, 'maple-high', '1', ?, '3.1', ?, 'immediate', false, ?,
                  'hidden', now(), now())
                """,
                comment,
                outcome,
                category,
                state));
    database.write(
        h -> h.execute("update comment set visibility = 'hidden' where comment_id = ?", comment));
  }

  @Test
  void whatIsDangerousComesOnItsOwnPage() throws SQLException {
    judged("91", "self-harm", "escalate", "open");
    judged("93", "threat", "hide", "dismissed");

    String page = list();

    assertThat(page).doesNotContain("Zora Pell").contains("Sam Ito", "what may be dangerous");
    assertThat(every(page, "item")).hasSize(2);
    release();
    assertThat(states()).containsExactly("open0", "redact1", "release0");
    assertThat(page(officer, at(0)).replaceAll("\\s+", " "))
        .contains("2 of 3 decided: 1 to release, 1 to redact, 0 to withhold. For later: 0.");
  }

  @Test
  void whatBecomesDangerousMeanwhileIsNotReleased() {
    String page = list();
    judged("93", "threat", "hide", "open");

    ConsoleResponse late = decide(officer, page, Map.of("outcome", "release"));

    assertThat(late.asString()).contains("Something in this list changed after you opened it");
    assertThat(states()).containsExactly("open0", "open0", "open0");
  }

  @Test
  void equalTextsOfDangerAreNotDecidedAlong() {
    judged("93", "threat", "hide", "open");

    decide(0, "release", "alike", "true");

    assertThat(states()).containsExactly("release0", "open0", "open0");
  }

  @Test
  void aRowSaysWhatBecameOfAComment() {
    judged("91", "profanity", "hide", "confirmed");

    String page = list().replaceAll("\\s+", " ");

    assertThat(page)
        .contains("Hide confirmed", "Clause 3.1: Profanity", ">hidden<", "View case")
        .containsOnlyOnce("View case");
    officer.post("/language", Map.of("language", "es", "back", "/requests"));
    assertThat(list()).contains("Cláusula 3.1:", "los que pueden ser peligrosos", "Ver el caso");
  }

  @Test
  void everyLookAndEveryDecisionNamesItsItemsInTheAuditLog() {
    release();

    assertThat(
            texts(
                "select act || ' ' || regexp_replace(target, '.*, ', '') || ' ' || detail from"
                    + " audit"))
        .anyMatch(entry -> entry.matches("request-item-read items \\d+-\\d+ "))
        .anyMatch(entry -> entry.matches("request-item-release \\d+ in a list"))
        .anyMatch(entry -> entry.matches("request-item-redact items \\d+ in a list"))
        .anyMatch(
            entry -> entry.matches("request-item-redacted item \\d+ il-private-information: 1"));
  }

  @Test
  void listsAreOnlyForThoseWhoWorkOnRequestsAndSpeakSpanish() {
    assertThat(ConsoleBrowser.signedIn("audra").get(path + "/list").statusCode()).isEqualTo(403);
    officer.post("/language", Map.of("language", "es", "back", "/requests"));

    assertThat(list()).contains("Revisar en una lista", "El mismo texto que el elemento anterior");
  }

  @Test
  void aRequestThatIsAnsweredIsNotDecidedInAList() {
    String page = list();
    move(officer, path, 0, "withdrawn");

    assertThat(officer.get(path + "/list").statusCode()).isEqualTo(303);
    assertThat(decide(officer, page, Map.of("outcome", "release")).asString())
        .contains("This request was answered or withdrawn.");
    assertThat(states()).containsExactly("open0", "open0", "open0");
  }
}
