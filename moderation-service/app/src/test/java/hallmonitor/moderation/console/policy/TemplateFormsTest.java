package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the forms for the district's texts: replies, reasons, notices, with previews. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class TemplateFormsTest extends DeskAtWork {
  @Inject ObjectionRules objections;
  @Inject DecisionSettings decisions;

  private static String at(String field, String message) {
    return "<div id=\"" + field + "-says\"><p class=\"mistake\">" + message;
  }

  private static Map<String, Object> reply(String english) {
    return Map.of("title", "A rule, explained", "en", english, "es", "");
  }

  @Test
  void aReplyIsAddedSeenAndPublished() {
    long id = desk.begin("replies", "Another reply");

    desk.fill(
        desk.brandt,
        id,
        "templates/3",
        0,
        reply("Clause {clause} says:\r\n{wording}\r\n\r\nObject: {appeal}"));

    assertThat(desk.text(id))
        .contains(
            """
                - id: a-rule-explained
                  title: "A rule, explained"
                  en: |
                    Clause {clause} says:
                    {wording}

                    Object: {appeal}
            """);
    assertThat(desk.brandt.get("/policy/forms/" + id + "/templates/3").asString())
        .contains("Preview", "Clause 1.1 says:\nComments that contain profanity")
        .contains("Object: 7K2M-9QXB-4TDN")
        .doesNotContain("In Spanish</h3>");
    desk.publish(id, 1);
    assertThat(objections.current().answers().template("a-rule-explained")).isPresent();
  }

  @Test
  void aPlaceThatStandsForNothingIsNamedAtItsField() {
    long id = desk.begin("replies", "Wrong");

    String form = desk.filled(desk.brandt, id, "templates/0", 0, reply("Dear {author}"));

    assertThat(form)
        .contains(at("en", "&#39;{author}&#39; stands for nothing; known here are {appeal}"))
        .contains(">Dear {author}</textarea>");
    String longer = desk.filled(desk.brandt, id, "templates/1", 1, reply(""));
    assertThat(longer).contains(at("en", "&#39;en&#39; is empty"));
  }

  @Test
  void aReplyIsTakenOutAndTheOthersStay() {
    long id = desk.begin("replies", "Fewer");
    String before = desk.text(id);

    desk.brandt.post("/policy/forms/" + id + "/templates/0/remove", Map.of("revision", "0"));

    assertThat(desk.page(id)).contains("No mistakes", "A comment is shown again");
    assertThat(before.lines().toList()).containsAll(desk.text(id).lines().toList());
  }

  @Test
  void theNoticeOfABlockIsSeenWithItsLastDay() {
    long id = desk.begin("replies", "Block notice");

    desk.fill(desk.brandt, id, "block-notice/all", 0, Map.of("en", "Until {until}.", "es", ""));

    assertThat(desk.text(id)).contains("  notice:                      # also knows {until}");
    assertThat(desk.brandt.get("/policy/forms/" + id + "/block-notice/all").asString())
        .containsPattern("Until \\d{4}-\\d\\d-\\d\\d\\.");
  }

  @Test
  void aReasonIsAddedForSomeClausesAndIsOfferedOnceItIsInForce() {
    long id = desk.begin("decisions", "A reason");

    desk.fill(
        desk.brandt,
        id,
        "reasons/13",
        0,
        Map.of("text", "It is a chain letter.", "clauses", List.of("6.1", "6.2")));

    assertThat(desk.text(id))
        .contains("  - text: \"It is a chain letter.\"\n", "clauses: [\"6.1\", \"6.2\"]");
    desk.publish(id, 1);
    assertThat(decisions.get().reasons()).anyMatch(r -> r.text().equals("It is a chain letter."));
  }

  @Test
  void timesForDecidingAreCheckedAndChanged() {
    long id = desk.begin("decisions", "Slower");

    String form =
        desk.filled(
            desk.brandt,
            id,
            "deciding/all",
            0,
            Map.of("confirm-within", "soon", "quality-sample", "1.5"));
    assertThat(form)
        .contains(at("confirm", "&#39;soon&#39; is not a time such as"))
        .contains(at("quality", "comments are counted"));

    desk.fill(
        desk.brandt, id, "deciding/all", 1, Map.of("confirm-within", "48h", "quality-sample", "5"));
    desk.publish(id, 2);
    assertThat(decisions.get().confirmWithin()).isEqualTo(java.time.Duration.ofHours(48));
    assertThat(PolicySeed.inFile("decisions.yaml")).contains("# How people decide");
  }

  @Test
  void aNoticeIsWordedForOneCategoryAndSeenAsItWouldArrive() {
    long id = desk.begin("notices", "Plainer");

    desk.fill(
        desk.brandt,
        id,
        "notice/abuse-disclosure",
        0,
        Map.of(
            "what-en",
            "A child may need help",
            "what-es",
            "",
            "todo-en",
            "Call now.",
            "todo-es",
            "Llame ya."));

    String form = desk.brandt.get("/policy/forms/" + id + "/notice/abuse-disclosure").asString();
    assertThat(form)
        .contains("ACT NOW: A child may need help - Maple Valley High School")
        .contains("ACTÚE AHORA: A child may need help")
        .contains("*** This notice is not the report.", "Call now.", "Llame ya.")
        .contains("You get this as principal for Maple Valley High School. Policy clause 3.9:");
    desk.publish(id, 1);
    assertThat(PolicySeed.inFile("notices.yaml"))
        .contains("A child may need help", "# The subject.");
  }

  @Test
  void aSubjectWithAPlaceThatStandsForNothingIsNamedAtItsField() {
    long id = desk.begin("notices", "Wrong");

    String form =
        desk.filled(
            desk.brandt,
            id,
            "notice-frame/all",
            0,
            Map.of(
                "subject-en",
                "{label} by {author}",
                "subject-es",
                "",
                "footer-en",
                "",
                "footer-es",
                "Hola"));

    assertThat(form)
        .contains(at("subject-en", "&#39;{author}&#39; stands for nothing"))
        .contains(at("footer-en", "&#39;en&#39; is empty"));
  }

  @Test
  void hostileTextStaysTextInEveryField() {
    for (String hostile : PolicyDesk.HOSTILE) {
      long replies = desk.begin("replies", "x");
      long decisions = desk.begin("decisions", "x");
      long notices = desk.begin("notices", "x");
      String pages =
          desk.filled(
                  desk.brandt,
                  replies,
                  "templates/0",
                  0,
                  Map.of("id", hostile, "title", hostile, "en", hostile, "es", hostile))
              + desk.filled(
                  desk.brandt, replies, "block-notice/all", 1, Map.of("en", hostile, "es", hostile))
              + desk.filled(
                  desk.brandt,
                  decisions,
                  "reasons/0",
                  0,
                  Map.of("text", hostile, "clauses", List.of(hostile)))
              + desk.filled(
                  desk.brandt, decisions, "deciding/all", 1, Map.of("confirm-within", hostile))
              + desk.filled(
                  desk.brandt,
                  notices,
                  "notice/threat",
                  0,
                  Map.of("what-en", hostile, "todo-en", hostile, "todo-es", hostile))
              + desk.filled(
                  desk.brandt,
                  notices,
                  "notice-frame/all",
                  1,
                  Map.of("subject-en", hostile, "footer-en", hostile));
      for (long id : List.of(replies, decisions, notices)) {
        pages += desk.page(id) + desk.brandt.get("/policy/drafts/" + id + "/text").asString();
        assertThat(desk.page(id)).as(hostile).doesNotContain("unknown key", "this is not YAML");
      }
      assertThat(pages).as(hostile).doesNotContain("<img src=x", "<script>alert");
    }
  }
}
