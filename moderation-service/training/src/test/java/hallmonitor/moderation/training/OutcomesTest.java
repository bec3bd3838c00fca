package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static final Verdict ALLOWED = new Verdict(PolicyOutcome.ALLOW, List.of(), List.of(), 0);
  private static final Verdict TOLD = verdict(PolicyOutcome.ESCALATE, false, true);
  private static final Verdict TOLD_AND_HIDDEN = verdict(PolicyOutcome.ESCALATE, true, true);
  private static final Verdict HIDDEN = verdict(PolicyOutcome.HIDE, true, false);
  private static final Verdict LANE = verdict(PolicyOutcome.REVIEW, false, true);
  private static final Verdict REVIEW = verdict(PolicyOutcome.REVIEW, false, false);

  private static Verdict verdict(PolicyOutcome outcome, boolean hide, boolean urgent) {
    Clause.Consequence then =
        new Clause.Consequence(
            outcome,
            hide,
            outcome == PolicyOutcome.ESCALATE ? List.of("principal") : List.of(),
            urgent ? Clause.Urgency.IMMEDIATE : Clause.Urgency.DIGEST,
            false);
    Clause clause = new Clause("1.1", "a clause", "", List.of(), then);
    return new Verdict(outcome, List.of(new Verdict.ClauseHit(clause, List.of())), List.of(), 0);
  }

  private static ScoredRow row(
      String language, String id, String group, Verdict verdict, Category... labels) {
    return new ScoredRow(
        new Corpus.Row(
            id,
            Corpus.OWN,
            Split.TEST,
            group,
            Set.of(labels),
            Set.of(),
            Optional.empty(),
            language,
            RowFixtures.comment("a text")),
        new TwoStageJudge.Judgment(verdict, Map.of()));
  }

  private static ScoredRow threat(String language, Verdict verdict) {
    return row(language, "threat-1", "a", verdict, Category.THREAT);
  }

  private static String line(List<ScoredRow> rows, String name, String language) {
    return Outcomes.lines(rows).stream()
        .filter(line -> line.matches(name + " +" + language + " .*"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachOutcomeIsCountedWithItsShareAndInterval() {
    List<ScoredRow> rows =
        List.of(
            threat("en", TOLD),
            threat("en", TOLD_AND_HIDDEN),
            threat("en", LANE),
            threat("en", REVIEW),
            threat("en", HIDDEN),
            threat("en", ALLOWED));

    assertThat(line(rows, "threat", "en").split(" {2,}"))
        .containsExactly(
            "threat",
            "en",
            "6",
            "2 0.333 (0.097-0.700)",
            "3 0.500 (0.188-0.812)",
            "5 0.833 (0.436-0.970)",
            "2 0.333 (0.097-0.700)");
  }

  @Test
  void languagesStandByThemselvesAndTogether() {
    List<ScoredRow> rows = List.of(threat("en", TOLD), threat("es", ALLOWED), threat("es", LANE));

    assertThat(line(rows, "threat", "en")).contains("   1     1 1.000");
    assertThat(line(rows, "threat", "es")).contains("   2     0 0.000");
    assertThat(line(rows, "threat", "all")).contains("   3     1 0.333");
  }

  @Test
  void harshCriticismThatIsToldOrHiddenIsCounted() {
    List<ScoredRow> rows =
        List.of(
            row("en", "en-criticism-1", "a", TOLD),
            row("en", "en-criticism-2", "a", HIDDEN),
            row("en", "en-criticism-3", "a", ALLOWED),
            row("en", "en-criticism-4", "a", ALLOWED, Category.THREAT),
            row("en", "en-ordinary-1", "ordinary-a", REVIEW));

    assertThat(line(rows, "harsh criticism", "en"))
        .matches("harsh criticism +en +3 +1 0.333 .* +1 0.333 .* +2 0.667 .* +1 0.333 .*");
    assertThat(line(rows, "ordinary day", "en"))
        .matches("ordinary day +en +1 +0 0.000 .* +1 1.000 .* +0 0.000 .*");
    assertThat(line(rows, "all", "en")).startsWith("all               en      4");
  }

  @Test
  void aHideOfAHarmlessCommentIsWrong() {
    List<ScoredRow> rows =
        List.of(
            threat("en", TOLD_AND_HIDDEN),
            threat("en", HIDDEN),
            threat("es", HIDDEN),
            row("en", "1", "a", HIDDEN),
            row("es", "2", "a", REVIEW));

    assertThat(Outcomes.lines(rows))
        .containsSubsequence(
            "Wrong hides: comments labeled harmless, of all that are hidden",
            "  en  1 of 3 hides  0.333 (0.061-0.792)",
            "  es  0 of 1 hides  0.000 (0.000-0.793)",
            "  all 1 of 4 hides  0.250 (0.046-0.699)");
  }

  @Test
  void whereNothingIsHiddenNoShareIsSaid() {
    assertThat(Outcomes.lines(List.of(threat("en", TOLD)))).contains("  en  0 of 0 hides  -");
  }

  @Test
  void publicRowsThatNoLabelCallsHarmfulAreCountedBySet() {
    List<String> lines =
        Outcomes.benignLines(
            List.of(
                ofSet("news", Optional.of(false), TOLD),
                ofSet("news", Optional.of(false), ALLOWED),
                ofSet("news", Optional.of(true), HIDDEN),
                ofSet("news", Optional.empty(), HIDDEN, Category.HATE),
                ofSet("forum", Optional.empty(), ALLOWED)));

    assertThat(lines)
        .anyMatch(line -> line.matches("news +en +2 +1 0.500 .*"))
        .anyMatch(line -> line.matches("forum +en +1 +0 0.000 .*"))
        .hasSize(5);
  }

  private static ScoredRow ofSet(
      String set, Optional<Boolean> toxic, Verdict verdict, Category... labels) {
    return new ScoredRow(
        new Corpus.Row(
            "1",
            set,
            Split.TEST,
            "a",
            Set.of(labels),
            Set.of(),
            toxic,
            "en",
            RowFixtures.comment("a text")),
        new TwoStageJudge.Judgment(verdict, Map.of()));
  }
}
