package hallmonitor.moderation.console.policy;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.budget.ThresholdWarning;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Pages show what a threshold would cost and reach where it is changed, and warn if it makes no
 * sense.
 */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class ThresholdFormsTest extends DeskAtWork {
  private static final String ENGLISH =
      "In English: [0-9.]+ of 1,000 ordinary comments \\([0-9.]+ at most\\), and"
          + " [0-9]+% of true cases\\.";
  private static final String SPANISH =
      "In Spanish: [0-9.]+ of 1,000 \\([0-9.]+ at most\\), and [0-9]+%";

  @Inject LiveRules rules;

  @Test
  void theFormSaysWhatTheSavedThresholdCostsAndReaches() {
    long id = desk.draft("Thresholds");

    String form = brandt.get("/policy/clauses/" + id + "/1").asString();

    assertThat(form)
        .containsPattern("aria-describedby=\"figures-0\"")
        .containsPattern("(?s)id=\"figures-0\"[^>]*aria-live=\"polite\".*" + ENGLISH)
        .containsPattern(SPANISH);
  }

  @Test
  void whileANumberIsChangedTheAnswerChanges() {
    assertThat(figures("threat", "0.3")).containsPattern(ENGLISH).containsPattern(SPANISH);
    assertThat(figures("threat", "0.3")).isNotEqualTo(figures("threat", "0.05"));
    assertThat(figures("threat", "30")).contains("Enter a score from 0.01 to 1.");
    assertThat(figures("threat", "<b>")).contains("Enter a score from 0.01 to 1.");
    assertThat(figures("threat", "").strip()).isEmpty();
    assertThat(figures("", "0.3").strip()).isEmpty();
  }

  @Test
  void aWordSaysHowReadilyTheClauseHolds() {
    assertThat(figures("threat", "0.05")).contains(">Eagerly.<");
    assertThat(figures("threat", "0.3")).contains(">Balanced.<");
    assertThat(figures("threat", "0.6")).contains(">Rarely.<");
    assertThat(figures("threat", "0.92")).contains(">Only when certain.<");
  }

  @Test
  void theScoreIsAFieldThatASliderMovesWhereScriptsRun() {
    long id = desk.draft("Thresholds");

    Element score =
        Jsoup.parse(brandt.get("/policy/clauses/" + id + "/1").asString())
            .select(".slider")
            .first();

    assertThat(score.select("input[name=at-least]").val()).isEqualTo("0.3");
    assertThat(score.select("input[type=range]").first().attr("name")).isEmpty();
    assertThat(score.select(".slide").first().hasAttr("hidden")).isTrue();
    assertThat(brandt.get("/console/sliders.js").statusCode()).isEqualTo(200);
  }

  @Test
  void fewCasesAndOtherAuthorsAreOwnedUpTo() {
    assertThat(figures("unsigned", "0.5")).contains("the shares are a rough guess");
    assertThat(
            brandt
                .get("/policy/threshold?category=spam&at-least=0.3&accounts=classroom&strikes=2")
                .asString())
        .contains(
            "Ordinary comments were measured on comments like those on a",
            "applies only to repeat violators");
  }

  @Test
  void aReaderOfSpanishIsToldInSpanish() {
    brandt.post("/language", Map.of("language", "es", "back", "/policy"));

    assertThat(figures("threat", "0.3"))
        .contains("En inglés: 0", "casos verdaderos", "En español: ", "Con equilibrio.");
  }

  private String figures(String category, String atLeast) {
    return brandt
        .get("/policy/threshold?category=" + category + "&at-least=" + encode(atLeast, UTF_8))
        .asString();
  }

  @Test
  void aThresholdThatFindsNothingIsWarnedOfInTheDraft() {
    long id = desk.draft("Old scale");
    assertThat(brandt.get("/policy/drafts/" + id).asString()).doesNotContain("another look");

    Map<String, Object> clause = PolicyDesk.clause12("0.9");
    clause.put("category", List.of("bullying", ""));
    PolicyDesk.save(brandt, id, 1, 0, clause);

    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("Rules that need another look", "Clause 1.2 finds almost nothing: bullying")
        .contains("No mistakes");
    assertThat(brandt.get("/policy/clauses/" + id + "/1").asString())
        .contains("<p class=\"warning\">Clause 1.2 finds almost nothing");
  }

  @Test
  void anOldPolicyInForceIsShownToAdministrators() {
    assertThat(brandt.get("/policy").asString()).doesNotContain("another look");

    PolicySeed.edit("policy.yaml", "threat, at-least: 0.05", "threat, at-least: 0.23");
    PolicySeed.edit("policy.yaml", "threat, at-least: 0.03", "threat, at-least: 0.23");
    files.look();
    rules.refresh();

    assertThat(rules.thresholdWarnings()).extracting(ThresholdWarning::clause).contains("3.3");
    for (String page : List.of("/policy", "/accounts")) {
      assertThat(brandt.get(page).asString())
          .as(page)
          .contains("Below clause 3.3, threat at least 0.23, nobody looks", "an older scale");
    }
    assertThat(ConsoleBrowser.signedIn("novak").get("/policy").asString())
        .as("a moderator cannot change it")
        .doesNotContain("another look");
  }
}
