package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.drafting.Document;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tests that all files of the district follow the same path: drafted, checked, approved, stored,
 * reverted.
 */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class DocumentsTest extends DeskAtWork {
  /** An effective change of each document. */
  private static final Map<String, List<String>> CHANGES =
      Map.of(
          "policy", List.of("title: Community", "title: Our community"),
          "district", List.of("N. Okafor", "N. Okafor"),
          "escalation", List.of("remind-after: 15m", "remind-after: 14m"),
          "decisions", List.of("quality-sample: 20", "quality-sample: 7"),
          "replies", List.of("longest-days: 90", "longest-days: 30"),
          "notices", List.of("Spam", "Advertising"),
          "accounts", List.of("decide-within: 7d", "decide-within: 5d"),
          "requests", List.of("remind-before: 2", "remind-before: 3"));

  @Test
  void everyDocumentIsPublishedByTwoAndTakenBackByTwo() {
    for (Document document : Document.values()) {
      String code = document.code();
      List<String> change = CHANGES.get(code);
      String first = PolicySeed.inFile(document.file());
      long id = desk.begin(code, "A change");
      String changed = desk.text(id).replace(change.get(0), change.get(1)) + "# Changed.\n";
      desk.brandt.post("/policy/drafts/" + id + "/text", Map.of("revision", "0", "text", changed));
      assertThat(desk.page(id)).as(code).contains("No mistakes");

      desk.publish(id, 1);

      assertThat(PolicySeed.inFile(document.file())).as(code).isEqualTo(changed);
      String versions = desk.brandt.get("/policy/versions?of=" + code).asString();
      assertThat(versions)
          .as(code)
          .contains("Proposed by <bdi>Elias Brandt</bdi>, approved by")
          .containsPattern("First version\\s+seen");
      List<String> ids =
          Pattern.compile("/policy/versions/(\\d+)\"")
              .matcher(versions)
              .results()
              .map(m -> m.group(1))
              .toList();
      assertThat(
              desk.brandt
                  .get("/policy/compare?from=" + ids.get(1) + "&to=" + ids.get(0))
                  .asString())
          .as(code)
          .contains("# Changed.");

      String back =
          desk.brandt
              .post("/policy/drafts", Map.of("of", code, "from", ids.get(1), "name", "Back"))
              .header("Location");
      desk.publish(Long.parseLong(back.replaceAll(".*/", "")), 0);
      assertThat(PolicySeed.inFile(document.file())).as(code).isEqualTo(first);
    }
  }

  @Test
  void aMistakeInADraftIsNamedWithItsPlaceAndKeepsItFromBeingProposed() {
    for (Document document : Document.values()) {
      long id = desk.begin(document.code(), "Wrong");
      String wrong = "nonsense: 1\n" + desk.text(id);
      desk.brandt.post("/policy/drafts/" + id + "/text", Map.of("revision", "0", "text", wrong));

      assertThat(desk.page(id)).as(document.file()).contains("Line 1, column 1: unknown key");
      assertThat(
              desk.brandt
                  .post("/policy/drafts/" + id, PolicyDesk.propose(1, "Because."))
                  .statusCode())
          .isEqualTo(409);
    }
  }

  @Test
  void aMistakeByHandInAnyFileIsShownWithItsPlaceAndTheOldOneHolds() {
    for (Document document : Document.values()) {
      String file = document.file();
      String before = PolicySeed.inFile(file);
      PolicySeed.write(file, before + "nonsense: 1\n");
      long line = before.lines().count() + 1;

      files.look();

      assertThat(desk.brandt.get("/policy").asString())
          .as(file)
          .contains(
              "A newer file on the server has mistakes", file + ":" + line + ":1: unknown key");
      PolicySeed.write(file, before);
      files.look();
      assertThat(desk.brandt.get("/policy").asString())
          .doesNotContain("A newer file on the server has mistakes");
    }
  }

  @Test
  void aDocumentWithoutAFileIsBegunFromWhatShips() {
    // A round of the service between two of these steps would record the file that is going.
    synchronized (files) {
      for (String code : List.of("escalation", "notices")) {
        PolicySeed.remove(code + ".yaml");
      }
      new PolicySeed(database).forget();
      files.look();
    }

    assertThat(desk.brandt.get("/policy").asString()).contains("Default.");
    long id = desk.begin("notices", "The first");
    assertThat(desk.text(id)).contains("Possible threat of violence");
    desk.fill(desk.brandt, id, "notice/spam", 0, Map.of("what-en", "Advertising"));
    desk.publish(id, 1);
    assertThat(PolicySeed.inFile("notices.yaml")).contains("en: Advertising");
  }

  @Test
  void everybodyReadsWhatCanBeChangedAndOnlyAdministratorsBegin() {
    ConsoleBrowser novak = ConsoleBrowser.signedIn("novak");

    assertThat(novak.get("/policy").asString())
        .contains("escalation.yaml", "notices.yaml", "replies.yaml", "decisions.yaml")
        .doesNotContain("New draft");
    long id = desk.begin("replies", "x");
    assertThat(novak.get("/policy/drafts/" + id).asString())
        .contains("A comment was hidden: how to appeal")
        .doesNotContain("/policy/forms/");
    for (String path :
        List.of(
            "/policy/forms/" + id + "/templates/0",
            "/policy/forms/" + id + "/templates/0/remove")) {
      assertThat(novak.post(path, Map.of("revision", "0")).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void addressesOfStaffAreOnlyForAdministrators() {
    ConsoleBrowser novak = ConsoleBrowser.signedIn("novak");
    long id = desk.begin("district", "x");

    assertThat(novak.get("/policy").asString())
        .contains("Contacts and roles")
        .doesNotContain("@maplevalley12.example");
    assertThat(brandt.get("/policy").asString()).contains("@maplevalley12.example");
    for (String path :
        List.of(
            "/policy/drafts/" + id,
            "/policy/drafts/" + id + "/file",
            "/policy/versions?of=district")) {
      assertThat(novak.get(path).statusCode()).as(path).isEqualTo(404);
      assertThat(brandt.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void aPlatformWithoutAConnectorIsAMistakeOfTheDraft() {
    long id = desk.begin("district", "A typo");

    brandt.post(
        "/policy/drafts/" + id + "/text",
        Map.of(
            "revision",
            "0",
            "text",
            desk.text(id).replace("platform: wordpress", "platform: wordpres")));

    assertThat(desk.page(id))
        .contains("there is no connector for &#39;wordpres&#39;; write one of");
    assertThat(
            brandt.post("/policy/drafts/" + id, PolicyDesk.propose(1, "A new site.")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void anApprovalNamesTheDraftAndWhenItWasProposed() {
    long id = desk.draft("Milder on hyperbole");
    database.write(
        h ->
            h.execute(
                "update document_draft set changed_at = timestamptz '2026-01-05 15:00Z' where id ="
                    + " ?",
                id));
    brandt.post("/policy/drafts/" + id, PolicyDesk.propose(0, "Because."));

    String page = haddad.get("/proposals").asString();

    Instant proposed =
        database.read(
            h ->
                h.select("select proposed_at from document_draft where id = ?", id)
                    .mapTo(Instant.class)
                    .one());
    assertThat(page)
        .contains("Publish: Milder on hyperbole")
        .contains("datetime=\"" + proposed + "\"")
        .doesNotContain("2026-01-05T15:00:00Z");
  }
}
