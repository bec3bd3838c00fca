package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests a policy draft, edited by forms and as text. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class PolicyDraftsTest extends DeskAtWork {
  @Inject LiveRules rules;

  @Test
  void aDraftThatChangesNothingIsNotCalledReady() {
    assertThat(desk.page(desk.draft("Nothing yet")))
        .contains("Nothing is changed.")
        .doesNotContain("It can be published as it is.");
  }

  @Test
  void aThresholdIsChangedByAFormAndToldInWords() {
    long id = desk.draft("Milder on profanity");

    ConsoleResponse saved = PolicyDesk.save(brandt, id, 1, 0, PolicyDesk.clause12("0.70"));

    assertThat(saved.header("Location")).endsWith("/policy/drafts/" + id + "#clause-1");
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains(
            "Clause 1.2 catches profanity more rarely: from a score of 0.70 instead of 0.30.",
            "No mistakes");
    assertThat(desk.text(id)).contains("# --- 2  Attacks on people", "at-least: 0.70");
    assertThat(desk.audit()).contains("draft-saved draft " + id);
  }

  @Test
  void aClauseGetsItsSpanishByTheForm() {
    long id = desk.draft("Spanish titles");
    Map<String, Object> titled = PolicyDesk.clause12("0.3");
    titled.put("title-es", "  Quizá soez ");
    titled.put("wording-es", "Lo revisa una persona.");

    PolicyDesk.save(brandt, id, 1, 0, titled);

    assertThat(desk.text(id))
        .contains(
            "    title-es: Quizá soez\n", "    wording-es: >\n      Lo revisa una persona.\n");
    assertThat(brandt.get("/policy/clauses/" + id + "/1").asString())
        .containsPattern("name=\"title-es\" lang=\"es\"[^>]* value=\"Quizá soez\"");
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains(
            "Clause 1.2 is now titled “Quizá soez” in Spanish.",
            "Clause 1.2 now reads in Spanish: “Lo revisa una persona.”",
            "No mistakes");
  }

  @Test
  void aReviewIsPutIntoTheDangerLaneByAForm() {
    long id = desk.draft("Faint dangers first");
    Map<String, Object> lane = PolicyDesk.clause12("0.50");
    lane.put("then", List.of("review", "danger"));

    PolicyDesk.save(brandt, id, 1, 0, lane);

    assertThat(desk.text(id)).contains("review: true, lane: danger");
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("sent to review in the danger lane instead of sent to review", "No mistakes")
        .contains("A person reviews it before all others, within hours.");
    assertThat(brandt.get("/policy/clauses/" + id + "/1").asString())
        .containsPattern("value=\"danger\" checked[^>]*> Review it before");

    lane.put("then", List.of("hide", "danger"));
    PolicyDesk.save(brandt, id, 1, 1, lane);
    assertThat(brandt.get("/policy/clauses/" + id + "/1").asString())
        .contains("only a review has a lane");
  }

  @Test
  void aMistakeIsKeptAndNamedAtItsFieldAndWithItsPlace() {
    long id = desk.draft("Too strict");
    Map<String, Object> hides = PolicyDesk.clause12("0.5");
    hides.put("then", List.of("hide"));

    ConsoleResponse saved = PolicyDesk.save(brandt, id, 1, 0, hides);

    String form =
        brandt.get(saved.header("Location").replaceFirst("^https?://[^/]+", "")).asString();
    assertThat(form)
        .contains("name=\"at-least\" inputmode=\"decimal\" maxlength=\"20\" value=\"0.5\"")
        .containsPattern(
            "<p class=\"mistake\">a clause that hides by itself[^<]*</p>(?s).*value=\"0.5\"");
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .containsPattern("Line \\d+, column \\d+</a>: a clause that hides by itself")
        .contains("class=\"primary\" disabled");
    assertThat(brandt.post("/policy/drafts/" + id, PolicyDesk.propose(1, "Try")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void aClauseIsAddedAndRemoved() {
    long id = desk.draft("Chain letters");
    int last = rules.get().policy().clauses().size();
    Map<String, Object> clause = PolicyDesk.clause12("0.15");
    clause.put("number", "8.1");
    clause.put("category", List.of("spam", ""));
    clause.put("accounts", List.of("classroom", ""));

    PolicyDesk.save(brandt, id, last, 0, clause);
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("Clause 8.1 (Possible profanity) is new.");

    brandt.post("/policy/clauses/" + id + "/" + last + "/remove", Map.of("revision", "1"));
    assertThat(brandt.get("/policy/drafts/" + id).asString()).contains("Nothing is changed.");
  }

  @Test
  void rolesAndUrgencyOfAnEscalationAreChangedByAForm() {
    long id = desk.draft("Routing");
    Map<String, Object> clause = PolicyDesk.clause12("0.8");
    clause.put("number", "2.2");
    clause.put("category", List.of("bullying", ""));
    clause.put("then", List.of("escalate"));
    clause.put("role", List.of("principal", "counselor"));
    clause.put("urgency", "immediate");

    PolicyDesk.save(brandt, id, 3, 0, clause);

    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("Clause 2.2 now alerts: principal, counselor. Before: assistant principal.")
        .contains("Clause 2.2: people are to act at once instead of soon.");
  }

  @Test
  void wordsAreNamedAndCheckedAtOnce() {
    long id = desk.draft("Words");

    brandt.post(
        "/policy/clauses/" + id + "/words",
        Map.of("revision", "0", "profanity", "frick\nokafor", "allowed", "crap"));

    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("<p class=\"mistake\">&#39;okafor&#39; cannot be named as profanity");
    brandt.post(
        "/policy/clauses/" + id + "/words",
        Map.of("revision", "1", "profanity", "frick", "allowed", "crap"));
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("The word “frick” is now counted as profanity.", "No mistakes");
  }

  @Test
  void aSentenceIsTriedOnTheWordsOfTheDraft() {
    long id = desk.draft("Words");
    brandt.post(
        "/policy/clauses/" + id + "/words",
        Map.of("revision", "0", "profanity", "frick", "doubtful", "heck", "allowed", "crap"));

    assertThat(tried(id, "What the fr*ck <b>"))
        .contains("It matches", "<strong>hidden</strong> under clause 1.1", "&lt;b&gt;");
    assertThat(tried(id, "What the heck"))
        .contains(
            "names as possible profanity", "<strong>sent to review</strong> under clause 1.2");
    assertThat(tried(id, "What crap")).contains("It does not match", "<strong>allowed</strong>.");
    assertThat(rules.get().policy().words().profanity()).as("nothing is in force").isEmpty();
  }

  private String tried(long id, String sentence) {
    return brandt.post("/policy/words/" + id, Map.of("sentence", sentence)).asString();
  }

  @Test
  void anyoneWhoSavesSecondIsToldAndOverwritesNothing() {
    long id = desk.draft("Together");
    PolicyDesk.save(brandt, id, 1, 0, PolicyDesk.clause12("0.7"));

    ConsoleResponse late = PolicyDesk.save(haddad, id, 1, 0, PolicyDesk.clause12("0.6"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString())
        .contains(
            "Someone else changed this draft after you opened it, so your change was not saved.",
            "You wrote:",
            "0.6");
    assertThat(desk.text(id))
        .contains("at-least: 0.7 }")
        .doesNotContain("profanity, at-least: 0.6");
    assertThat(PolicyDesk.save(haddad, id, 1, 1, PolicyDesk.clause12("0.6")).statusCode())
        .as("anybody with the role goes on")
        .isEqualTo(303);
  }

  @Test
  void theWholeTextIsEditedAndHostileTextIsOnlyText() {
    long id = desk.draft("<script>alert(1)</script>");
    String hostile =
        desk.text(id)
            .replace("title: Profanity", "title: \"<img src=x> {inject:viewer} \u202Egnp\"");

    ConsoleResponse saved =
        brandt.post("/policy/drafts/" + id + "/text", Map.of("revision", "0", "text", hostile));

    assertThat(saved.statusCode()).isEqualTo(303);
    for (String path :
        List.of("/policy/drafts/" + id, "/policy/drafts/" + id + "/text", "/policy")) {
      assertThat(brandt.get(path).asString())
          .as(path)
          .doesNotContain("<script>alert", "<img src=x");
    }
    assertThat(brandt.get("/policy/drafts/" + id).asString()).contains("{inject:viewer}");
  }

  @Test
  void aTextThatIsNoYamlHasNoFormsAndSaysWhereItEnds() {
    long id = desk.draft("Broken");

    brandt.post("/policy/drafts/" + id + "/text", Map.of("revision", "0", "text", "clauses: [\n"));

    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("this is not YAML", "be shown as forms. Fix the whole text under Advanced.");
    assertThat(brandt.get("/policy/clauses/" + id + "/0").statusCode()).isEqualTo(404);
  }
}
