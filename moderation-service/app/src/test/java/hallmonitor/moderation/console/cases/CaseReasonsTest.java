package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests which findings a person reads as the reason for a case. */
class CaseReasonsTest {
  private static final Finding THREAT = finding(Category.THREAT, .97);
  private static final Finding FAINT_SPAM = finding(Category.SPAM, .02);
  private static final Finding SOME_HATE = finding(Category.HATE, .12);
  private static final Finding SURE_PROFANITY = finding(Category.PROFANITY, 1);

  @Test
  void whatTheClauseRestsOnIsTheReasonAndWeakerSignsAreApart() {
    CaseReasons reasons = of("threat", THREAT, SOME_HATE);

    assertThat(categories(reasons.deciding())).containsExactly(Category.THREAT);
    assertThat(categories(reasons.other())).containsExactly(Category.HATE);
  }

  @Test
  void aSignThatSaysNothingIsLeftOut() {
    CaseReasons reasons = of("threat", THREAT, FAINT_SPAM);

    assertThat(reasons.other()).isEmpty();
    assertThat(categories(reasons.deciding())).containsExactly(Category.THREAT);
  }

  @Test
  void whatIsMoreLikelyThanNotIsAReasonWhateverTheClauseSays() {
    assertThat(categories(of("threat", THREAT, SURE_PROFANITY).deciding()))
        .containsExactly(Category.THREAT, Category.PROFANITY);
  }

  @Test
  void aWeakSignThatTheClauseCountsStays() {
    Finding weak = finding(Category.SELF_HARM, .03);

    assertThat(categories(of("self-harm", weak).deciding())).containsExactly(Category.SELF_HARM);
  }

  @Test
  void theSurestFindingOfTheCaseStaysThoughItsClauseIsGone() {
    Finding weak = finding(Category.THREAT, .04);
    Finding weaker = finding(Category.THREAT, .01);

    List<CategoryFindings> deciding =
        CaseReasons.of(List.of(weak, weaker), null, "threat").deciding();

    assertThat(deciding).singleElement().satisfies(f -> assertThat(f.first()).isEqualTo(weak));
    assertThat(deciding.get(0).more()).isEmpty();
  }

  @Test
  void aDetectorThatFailedIsAlwaysAReason() {
    Finding failed = finding(Category.DETECTOR_FAILURE, 0);

    assertThat(categories(of("threat", failed).deciding()))
        .containsExactly(Category.DETECTOR_FAILURE);
  }

  private static CaseReasons of(String category, Finding... findings) {
    Clause clause =
        new Clause(
            "3.2",
            "Possible danger",
            "No danger.",
            List.of(
                new Condition(Category.THREAT, .24, Set.of()),
                new Condition(Category.SELF_HARM, .03, Set.of())),
            new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.DIGEST, false));
    return CaseReasons.of(List.of(findings), clause, category);
  }

  private static Finding finding(Category category, double score) {
    return new Finding(category, score, "model", List.of(), "Seen " + score);
  }

  private static List<Category> categories(List<CategoryFindings> of) {
    return of.stream().map(found -> found.first().category()).toList();
  }
}
