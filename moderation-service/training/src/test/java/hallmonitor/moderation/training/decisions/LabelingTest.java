package hallmonitor.moderation.training.decisions;

import static hallmonitor.moderation.finding.Category.ABUSE_DISCLOSURE;
import static hallmonitor.moderation.finding.Category.BULLYING;
import static hallmonitor.moderation.finding.Category.DETECTOR_FAILURE;
import static hallmonitor.moderation.finding.Category.PROFANITY;
import static hallmonitor.moderation.finding.Category.SEXUAL;
import static hallmonitor.moderation.finding.Category.THREAT;
import static hallmonitor.moderation.finding.Category.UNSIGNED;
import static hallmonitor.moderation.training.decisions.DecidedFixture.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.text.language.Language;
import hallmonitor.moderation.training.decisions.DecidedComment.Bars;
import hallmonitor.moderation.training.decisions.Labeling.Labeled;
import hallmonitor.moderation.training.decisions.Statement.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the labels that people's decisions give. */
class LabelingTest {
  private static final Policy POLICY =
      new Policy(
          "Guidelines",
          List.of(
              clause("1.1", 0.92, PROFANITY),
              clause("2.1", 0.92, BULLYING),
              clause("3.2", 0.28, THREAT),
              clause("4.1", 0.5, BULLYING, SEXUAL)));

  private static final Labeling LABELING =
      new Labeling(POLICY, text -> text.startsWith("La ") ? Language.SPANISH : Language.UNKNOWN);

  private static Clause clause(String id, double atLeast, Category... categories) {
    return new Clause(
        id,
        id,
        id,
        Stream.of(categories).map(c -> new Condition(c, atLeast, Set.of())).toList(),
        new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.DIGEST, false));
  }

  private static Labeled labeled(DecidedFixture comment) {
    return LABELING.of(comment.there());
  }

  private static Set<Category> labels(DecidedFixture comment) {
    Labeled labeled = labeled(comment);
    assertThat(labeled.leftOut()).isEmpty();
    return labeled.labels();
  }

  private static Optional<ExportExemption> leftOut(DecidedFixture comment) {
    return labeled(comment).leftOut();
  }

  @Test
  void aDismissedCommentIsHarmlessWhateverWasFound() {
    assertThat(labels(aComment().found(THREAT, 0.95).dismissed())).isEmpty();
  }

  @Test
  void aConfirmedCommentHasTheCategoryOfItsClause() {
    assertThat(labels(aComment().found(THREAT, 0.4).confirmed("3.2", THREAT)))
        .containsExactly(THREAT);
  }

  @Test
  void aSureFindingThatThePersonSawAndAClauseAsksForIsALabelToo() {
    assertThat(
            labels(
                aComment()
                    .found(THREAT, 0.4)
                    .found(PROFANITY, 0.92)
                    .found(BULLYING, 0.919)
                    .found(UNSIGNED, 1)
                    .confirmed("3.2", THREAT)))
        .containsExactlyInAnyOrder(THREAT, PROFANITY);
  }

  @Test
  void aPersonWhoChoseAnotherClauseHasCorrectedAllFindings() {
    assertThat(
            labels(aComment().found(PROFANITY, 1).found(THREAT, 0.99).corrected("2.1", PROFANITY)))
        .containsExactly(BULLYING);
  }

  @Test
  void ofAClauseWithSeveralCategoriesThoseFoundCount() {
    assertThat(labels(aComment().found(SEXUAL, 0.6).confirmed("4.1", SEXUAL)))
        .containsExactly(SEXUAL);
    assertThat(leftOut(aComment().found(PROFANITY, 1).corrected("4.1", PROFANITY)))
        .contains(ExportExemption.NO_CATEGORY);
  }

  @Test
  void aClauseThatThePolicyNoLongerHasLeavesTheCategoryThatWeighedMost() {
    assertThat(labels(aComment().confirmed("9.9", ABUSE_DISCLOSURE)))
        .containsExactly(ABUSE_DISCLOSURE);
    assertThat(leftOut(aComment().confirmed("", DETECTOR_FAILURE)))
        .contains(ExportExemption.NO_CATEGORY);
    assertThat(leftOut(aComment().corrected("9.9", THREAT))).contains(ExportExemption.NO_CATEGORY);
  }

  @Test
  void whatPeopleDisagreeOnIsLeftOut() {
    assertThat(
            leftOut(
                aComment()
                    .dismissed()
                    .said(Source.ESCALATION, "okafor", true, "3.2", false, "threat", false)))
        .contains(ExportExemption.DISAGREED);
    assertThat(
            leftOut(
                aComment()
                    .confirmed("3.2", THREAT)
                    .said(Source.OVERRULED, "brandt", false, "", false, "", false)))
        .contains(ExportExemption.DISAGREED);
  }

  @Test
  void whereTheyAgreeTheDecisionOnTheCaseNamesTheCategories() {
    assertThat(
            labels(
                aComment()
                    .said(Source.ESCALATION, "okafor", true, "3.2", false, "threat", false)
                    .corrected("2.1", THREAT)))
        .containsExactly(BULLYING);
  }

  @Test
  void aMissThatTheCheckFoundHasTheCategoryThatThePersonNamed() {
    assertThat(
            labels(
                aComment()
                    .found(PROFANITY, 1)
                    .said(Source.SAMPLE, "novak", true, "", false, "threat", false)))
        .containsExactly(THREAT);
  }

  @Test
  void whatMayNotBeCopiedAndWhatIsNotSettledIsLeftOut() {
    assertThat(leftOut(aComment().dismissed().bars(new Bars(true, true, true))))
        .contains(ExportExemption.DISPOSED);
    assertThat(leftOut(aComment().dismissed().bars(new Bars(false, true, true))))
        .contains(ExportExemption.HELD);
    assertThat(leftOut(aComment().dismissed().bars(new Bars(false, false, true))))
        .contains(ExportExemption.CONTESTED);
  }

  @Test
  void whatTheAuthorChangedBeforeTheDecisionIsLeftOut() {
    assertThat(
            leftOut(aComment().said(Source.DECISION, "novak", false, "3.2", false, "threat", true)))
        .contains(ExportExemption.EDITED);
  }

  @Test
  void aPictureAloneTeachesNothing() {
    assertThat(leftOut(aComment().saying(" \n").dismissed())).contains(ExportExemption.NO_TEXT);
  }

  @Test
  void eachLanguageHasItsFolder() {
    assertThat(labeled(aComment().in("en").dismissed()).language()).isEqualTo("en");
    assertThat(labeled(aComment().in("en+es").dismissed()).language()).isEqualTo("es");
    assertThat(labeled(aComment().in("").saying("La cola").dismissed()).language()).isEqualTo("es");
    assertThat(labeled(aComment().in("").saying("ok").dismissed()).language()).isEqualTo("en");
    assertThat(leftOut(aComment().in("other").dismissed()))
        .contains(ExportExemption.OTHER_LANGUAGE);
  }
}
