package hallmonitor.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a written policy answers to what the detectors saw. */
class PolicyTest {
  private static final String SCHOOL = "school";

  private static final Consequence REVIEWED =
      new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.SOON, false);
  private static final Consequence URGENT_REVIEW =
      new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.IMMEDIATE, false);
  private static final Consequence HIDDEN =
      new Consequence(PolicyOutcome.HIDE, true, List.of(), Urgency.SOON, true);
  private static final Consequence TOLD =
      new Consequence(
          PolicyOutcome.ESCALATE, false, List.of("principal"), Urgency.IMMEDIATE, false);
  private static final Consequence TOLD_AND_HIDDEN =
      new Consequence(PolicyOutcome.ESCALATE, true, List.of("principal"), Urgency.IMMEDIATE, false);

  @Test
  void aCommentInWhichNothingWasSeenIsAllowed() {
    Verdict verdict =
        policy(clause("1", HIDDEN, any(Category.PROFANITY, 0.5))).judge(List.of(), SCHOOL);

    assertThat(verdict).isEqualTo(new Verdict(PolicyOutcome.ALLOW, List.of(), List.of(), 0));
    assertThat(verdict.decisive()).isEmpty();
  }

  @Test
  void whatNoClauseNamesIsAllowedAndStillOnRecord() {
    Finding spam = saw(Category.SPAM, 1);

    Verdict verdict =
        policy(clause("1", HIDDEN, any(Category.PROFANITY, 0.5))).judge(List.of(spam), SCHOOL);

    assertThat(verdict.outcome()).isEqualTo(PolicyOutcome.ALLOW);
    assertThat(verdict.hits()).isEmpty();
    assertThat(verdict.findings()).containsExactly(spam);
  }

  @Test
  void aClauseIsAboutTheCategoriesOfItsConditions() {
    Clause clause = clause("1", HIDDEN, any(Category.PROFANITY, 0.5), any(Category.HATE, 0.6));

    assertThat(List.of(Category.PROFANITY, Category.HATE)).allMatch(clause::isAbout);
    assertThat(clause.isAbout(Category.THREAT)).isFalse();
  }

  @Test
  void aScoreCountsFromTheClausesThresholdOn() {
    Policy policy = policy(clause("1", REVIEWED, any(Category.HATE, 0.6)));

    assertThat(policy.judge(List.of(saw(Category.HATE, 0.6)), SCHOOL).outcome())
        .isEqualTo(PolicyOutcome.REVIEW);
    assertThat(policy.judge(List.of(saw(Category.HATE, 0.599)), SCHOOL).outcome())
        .isEqualTo(PolicyOutcome.ALLOW);
  }

  @Test
  void anyConditionOfAClauseIsEnough() {
    Policy policy =
        policy(clause("1", REVIEWED, any(Category.HATE, 0.6), any(Category.BULLYING, 0.4)));

    assertThat(policy.judge(List.of(saw(Category.BULLYING, 0.4)), SCHOOL).outcome())
        .isEqualTo(PolicyOutcome.REVIEW);
    assertThat(policy.judge(List.of(saw(Category.HATE, 0.6)), SCHOOL).outcome())
        .isEqualTo(PolicyOutcome.REVIEW);
  }

  @Test
  void aClauseForSomeKindsOfAccountHoldsOnlyThere() {
    Policy policy =
        policy(clause("1", REVIEWED, new Condition(Category.SPAM, 0.5, Set.of("athletics"))));

    assertThat(policy.judge(List.of(saw(Category.SPAM, 1)), "athletics").outcome())
        .isEqualTo(PolicyOutcome.REVIEW);
    assertThat(policy.judge(List.of(saw(Category.SPAM, 1)), SCHOOL).outcome())
        .isEqualTo(PolicyOutcome.ALLOW);
  }

  @Test
  void aClauseForEarlierStrikesHoldsFromThatManyOn() {
    Policy policy =
        policy(clause("1", REVIEWED, new Condition(Category.BULLYING, 0.3, Set.of(), 2)));
    List<Finding> mild = List.of(saw(Category.BULLYING, 0.3));

    assertThat(policy.judge(mild, SCHOOL, 2).outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(policy.judge(mild, SCHOOL, 1).outcome()).isEqualTo(PolicyOutcome.ALLOW);
    assertThat(policy.judge(mild, SCHOOL).outcome()).isEqualTo(PolicyOutcome.ALLOW);
  }

  @Test
  void theVerdictSaysHowManyStrikesItKnewOf() {
    assertThat(policy().judge(List.of(), SCHOOL, 3).strikes()).isEqualTo(3);
    assertThat(policy().judge(List.of(), SCHOOL).strikes()).isZero();
  }

  @Test
  void theStrongestClauseThatHoldsDecidesWhereverItStands() {
    Clause mild = clause("1", REVIEWED, any(Category.THREAT, 0.1));
    Clause strong = clause("2", TOLD, any(Category.THREAT, 0.7));
    Clause middle = clause("3", HIDDEN, any(Category.PROFANITY, 0.5));

    Verdict verdict =
        policy(mild, strong, middle)
            .judge(List.of(saw(Category.THREAT, 0.8), saw(Category.PROFANITY, 1)), SCHOOL);

    assertThat(verdict.outcome()).isEqualTo(PolicyOutcome.ESCALATE);
    assertThat(verdict.hits()).extracting(ClauseHit::clause).containsExactly(strong, middle, mild);
    assertThat(verdict.decisive()).map(ClauseHit::clause).contains(strong);
  }

  @Test
  void ofTwoClausesWithOneOutcomeTheEarlierDecides() {
    Clause first = clause("9", HIDDEN, any(Category.PROFANITY, 0.9));
    Clause second = clause("1", HIDDEN, any(Category.PROFANITY, 0.5));

    Verdict verdict = policy(first, second).judge(List.of(saw(Category.PROFANITY, 1)), SCHOOL);

    assertThat(verdict.hits()).extracting(ClauseHit::clause).containsExactly(first, second);
  }

  @Test
  void ofTwoClausesThatAskForAReviewTheUrgentOneDecides() {
    Clause calm = clause("1", REVIEWED, any(Category.SELF_HARM, 0.1));
    Clause urgent = clause("2", URGENT_REVIEW, any(Category.SELF_HARM, 0.5));
    List<Finding> seen = List.of(saw(Category.SELF_HARM, 0.6));

    assertThat(policy(calm, urgent).judge(seen, SCHOOL).hits())
        .extracting(ClauseHit::clause)
        .containsExactly(urgent, calm);
    assertThat(policy(calm, urgent).judge(seen, SCHOOL).outcome()).isEqualTo(PolicyOutcome.REVIEW);
  }

  @Test
  void onlyAnUrgentReviewWaitsInTheDangerLane() {
    assertThat(URGENT_REVIEW.dangerLane()).isTrue();
    assertThat(REVIEWED.dangerLane()).isFalse();
    assertThat(TOLD.dangerLane()).isFalse();
    List<Finding> seen = List.of(saw(Category.SELF_HARM, 0.6));
    assertThat(lane(seen, clause("1", URGENT_REVIEW, any(Category.SELF_HARM, 0.5)))).isTrue();
    assertThat(lane(seen, clause("1", REVIEWED, any(Category.SELF_HARM, 0.5)))).isFalse();
    assertThat(lane(seen, clause("1", TOLD, any(Category.SELF_HARM, 0.5)))).isFalse();
    assertThat(lane(List.of(saw(Category.DETECTOR_FAILURE, 1)))).isFalse();
  }

  private static boolean lane(List<Finding> seen, Clause... clauses) {
    return policy(clauses).judge(seen, SCHOOL).dangerLane();
  }

  @Test
  void aClauseNamesTheFindingsForWhichItHoldsAndNoOthers() {
    Finding low = saw(Category.HATE, 0.2);
    Finding high = saw(Category.HATE, 0.7);
    Finding higher = saw(Category.HATE, 0.9);
    Finding other = saw(Category.SPAM, 1);

    Verdict verdict =
        policy(clause("1", REVIEWED, any(Category.HATE, 0.5)))
            .judge(List.of(low, high, other, higher), SCHOOL);

    assertThat(verdict.hits().get(0).findings()).containsExactly(high, higher);
    assertThat(verdict.findings()).containsExactly(low, high, other, higher);
  }

  @Test
  void aFailedDetectorSendsWhatWouldBeAllowedToAPerson() {
    Finding failure = saw(Category.DETECTOR_FAILURE, 1);

    Verdict verdict =
        policy(clause("1", HIDDEN, any(Category.PROFANITY, 0.5)))
            .judge(List.of(saw(Category.SPAM, 0.1), failure), SCHOOL);

    assertThat(verdict.outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(verdict.hits()).isEmpty();
    assertThat(verdict.hides()).isFalse();
  }

  @Test
  void aFailedDetectorNeverWeakensWhatAClauseSays() {
    Verdict verdict =
        policy(clause("1", HIDDEN, any(Category.PROFANITY, 0.5)))
            .judge(List.of(saw(Category.DETECTOR_FAILURE, 1), saw(Category.PROFANITY, 1)), SCHOOL);

    assertThat(verdict.outcome()).isEqualTo(PolicyOutcome.HIDE);
  }

  @Test
  void aCommentIsHiddenWhenAnyClauseThatHoldsHidesIt() {
    List<Finding> both = List.of(saw(Category.THREAT, 1), saw(Category.PROFANITY, 1));
    Clause told = clause("1", TOLD, any(Category.THREAT, 0.5));

    assertThat(policy(told).judge(both, SCHOOL).hides()).isFalse();
    assertThat(
            policy(told, clause("2", HIDDEN, any(Category.PROFANITY, 0.5)))
                .judge(both, SCHOOL)
                .hides())
        .isTrue();
    assertThat(
            policy(clause("3", TOLD_AND_HIDDEN, any(Category.THREAT, 0.5)))
                .judge(both, SCHOOL)
                .hides())
        .isTrue();
  }

  @Test
  void aPolicyDoesNotChangeWithTheListItWasMadeOf() {
    List<Clause> clauses = new ArrayList<>();
    Policy policy = new Policy("Policy", clauses);
    clauses.add(clause("1", HIDDEN, any(Category.PROFANITY, 0.5)));

    assertThat(policy.clauses()).isEmpty();
    assertThat(policy.words()).isEqualTo(NamedWords.NONE);
    assertThatNullPointerException()
        .isThrownBy(() -> new Policy("Policy", List.of(), null))
        .withMessage("words");
  }

  @Test
  void aClauseThatHidesMustSaySo() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Consequence(PolicyOutcome.HIDE, false, List.of(), Urgency.SOON, false))
        .withMessage("a clause that hides must hide");
  }

  @Test
  void anEscalationNeedsSomebodyToBeTold() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Consequence(PolicyOutcome.ESCALATE, true, List.of(), Urgency.SOON, false))
        .withMessage("an escalation needs somebody to be told");
  }

  @Test
  void earlierStrikesLeadToAReviewAndToNothingElse() {
    Condition repeated = new Condition(Category.BULLYING, 0.3, Set.of(), 1);

    assertThat(clause("1", REVIEWED, repeated).when()).containsExactly(repeated);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clause("1", HIDDEN, repeated))
        .withMessage("earlier strikes can only lead to a review");
  }

  private static Policy policy(Clause... clauses) {
    return new Policy("Policy", List.of(clauses));
  }

  private static Clause clause(String id, Consequence then, Condition... when) {
    return new Clause(id, "Title", "Wording", List.of(when), then);
  }

  private static Condition any(Category category, double atLeast) {
    return new Condition(category, atLeast, Set.of());
  }

  private static Finding saw(Category category, double score) {
    return new Finding(category, score, "test", List.of(), "It was seen.");
  }
}
