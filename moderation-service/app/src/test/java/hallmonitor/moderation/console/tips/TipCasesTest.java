package hallmonitor.moderation.console.tips;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a tip leads to: the case of a comment that was read, or of what was handed in. */
@ConsoleTest
class TipCasesTest extends TipsAtWork {
  private static final UUID CASE = CaseIds.ofCase(new CommentKey("practice", "71"));

  @Test
  void aReportedCommentGetsACaseAndThoseWhoMustKnowAreNotified() {
    received(about(LINK + "&fbclid=x", "soon"));

    assertThat(theCase()).isEqualTo(CASE);
    assertThat(page())
        .contains("Reported by people", "Coach Kay", "They plan to jump Leo", "from a tip");
    assertThat(deciding.escalations())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.get("urgency").asText()).isEqualTo("SOON");
              assertThat(notice.get("roles"))
                  .hasToString("[\"account-administrator\",\"principal\"]");
              assertThat(notice.get("capture").toString()).contains("You won't walk home");
            });
    assertThat(deciding.orders()).as("a tip hides nothing").isEmpty();
  }

  @Test
  void dangerGoesAtOnceToThoseThatThePolicyNamesWithEvidence() {
    received(about("https://elsewhere.example/1", "now"));

    assertThat(deciding.escalations())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.get("urgency").asText()).isEqualTo("IMMEDIATE");
              assertThat(notice.get("building").asText()).isEqualTo("maple-high");
              assertThat(notice.get("roles").toString()).contains("principal");
              assertThat(notice.get("snapshot").toString())
                  .contains("They plan to jump Leo", "Maple Valley High School");
              assertThat(notice.get("capture").toString())
                  .contains("elsewhere.example")
                  .doesNotContain("Coach Kay");
            });
    assertThat(texts("select urgency from review_case")).containsExactly("immediate");
  }

  @Test
  void whatNoConnectorReadsIsACaseThatAPersonDecides() {
    String status = received(filledIn());

    assertThat(novak.get("/queue").asString()).contains(theCase().toString());
    assertThat(page())
        .contains("What was handed in", "Acted on", "No violation", "Open the reported page")
        .doesNotContain("Delete on the platform", ">Hide<");
    decide("confirm");
    assertThat(texts("select state from review_case")).containsExactly("confirmed");
    assertThat(status(status)).contains("Acted on. Thank you");
    assertThat(deciding.orders()).isEmpty();
  }

  private void decide(String decision) {
    String version = texts("select version::text from review_case").get(0);
    novak.post(
        "/cases/" + theCase() + "/decision", Map.of("decision", decision, "version", version));
  }

  @Test
  void itsSenderSeesWhatBecameOfItAndNothingOfOthers() {
    String status = received(filledIn());

    assertThat(status(status)).contains("No one has reviewed it yet");
    page();
    assertThat(status(status)).contains("Someone is reviewing it");
    decide("dismiss");
    assertThat(status(status))
        .contains("We found no violation")
        .doesNotContain("novak", "Petra", "Coach Kay", "Leo");
    assertThat(outside.get(status + "?lang=es").asString()).contains("No encontramos ninguna");
  }

  @Test
  void severalTipsAboutOneCommentAreOneCaseAndOneNotice() {
    received(about(LINK, "soon"));
    received(about(LINK, "soon"));
    assertThat(tips()).isEqualTo(2);
    assertThat(texts("select case_id::text from review_case")).hasSize(1);
    assertThat(deciding.escalations()).hasSize(1);

    received(about(LINK, "now"));
    assertThat(deciding.escalations()).as("more urgent than before").hasSize(2);
  }

  @Test
  void aLinkToNothingLooksToItsSenderLikeALinkToAComment() {
    String found = send(about(LINK, "soon")).asString();
    String unknown = send(about("https://www.facebook.com/school/posts/8", "soon")).asString();

    assertThat(found.replaceAll("[0-9a-f]{32}|[0-9A-Z-]{14}", "ID"))
        .isEqualTo(unknown.replaceAll("[0-9a-f]{32}|[0-9A-Z-]{14}", "ID"));
  }

  @Test
  void twoTipsAboutOnePageElsewhereAreTwoCases() {
    received(filledIn());
    received(filledIn());

    assertThat(texts("select state from review_case")).containsExactly("open", "open");
  }

  @Test
  void somethingElseIsReviewedByAPerson() {
    Map<String, String> fields = filledIn();
    fields.put("what", "other");
    received(fields);

    assertThat(page()).contains("Something else");
  }

  @Test
  void theListShowsWhatWaitsAndCountsIt() {
    assertThat(novak.get("/tips").asString()).contains("No tip needs review.");
    received(filledIn());

    assertThat(novak.get("/tips").asString())
        .contains("They plan to jump Leo", "from the public", "/cases/" + theCase());
    assertThat(novak.get("/tips?school=birch-elementary").asString())
        .contains("No tip needs review.");
    assertThat(novak.get("/menu/counts").asString()).contains("\"tips\":1");
    page();
    decide("dismiss");
    assertThat(novak.get("/tips").asString()).doesNotContain("jump Leo");
    assertThat(novak.get("/tips?show=all").asString()).contains("jump Leo", "No violation");
    assertThat(texts("select act from audit")).contains("tip-received", "tips-read", "case-read");
  }

  @Test
  void someoneWhoIsSignedInIsKnownAndSeesTheirOwn() {
    Map<String, String> fields = filledIn();
    fields.remove("who");
    String reference = TipsAtWork.statusPath(novak.postWithoutToken("/report", fields));

    assertThat(novak.get("/report").asString()).contains("You are signed in as", "Petra Novak");
    assertThat(novak.get("/tips").asString()).contains("from staff", "Petra Novak");
    assertThat(novak.get("/tips?show=mine").asString()).contains("Received");
    assertThat(ConsoleBrowser.signedIn("brandt").get("/tips?show=mine").asString())
        .contains("You have not reported anything");
    assertThat(reference).isNotBlank();
  }

  @Test
  void aWithheldNameNeedsAnAdministratorAndAReason() {
    Map<String, String> fields = filledIn();
    fields.put("anonymous", "yes");
    received(fields);
    String tip = texts("select tip_id::text from tip").get(0);
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");

    assertThat(List.of(page(), novak.get("/tips").asString()))
        .allSatisfy(
            shown -> assertThat(shown).contains("Name withheld").doesNotContain("Coach Kay"));
    assertThat(novak.post("/tips/" + tip + "/name", Map.of("why", "x")).statusCode())
        .isEqualTo(403);
    assertThat(brandt.post("/tips/" + tip + "/name", Map.of("why", " ")).asString())
        .contains("Say why you need the name")
        .doesNotContain("Coach Kay");
    assertThat(brandt.post("/tips/" + tip + "/name", Map.of("why", "Subpoena 12.")).asString())
        .contains("Coach Kay");
    assertThat(texts("select actor || ' ' || detail from audit where act = 'tip-name-read'"))
        .containsExactly("brandt Subpoena 12.");
  }
}
