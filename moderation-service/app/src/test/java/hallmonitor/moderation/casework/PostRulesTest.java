package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.PostRules.Topic;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostRulesTest {
  private static final Topic ELECTIONS =
      new Topic(
          "Elections",
          "Elecciones",
          List.of("ballot", "vote yes", "elección"),
          List.of("superintendent"));
  private static final PostRules RULES = new PostRules(List.of("principal"), List.of(ELECTIONS));

  private static Verdict verdict(PolicyOutcome outcome, String detector) {
    return new Verdict(
        outcome,
        List.of(),
        outcome == PolicyOutcome.ALLOW
            ? List.of()
            : List.of(new Finding(Category.CONFIDENTIAL, .6, detector, List.of(), "Why.")),
        0);
  }

  private static PostCheck check(PolicyOutcome outcome, String text) {
    return PostCheck.of(verdict(outcome, "shape"), text, RULES);
  }

  @Test
  void topicsAreFoundByWholeWordsWithoutRegardToCaseAndAccents() {
    assertThat(RULES.topicsIn("VOTE\n YES on Tuesday")).containsExactly(ELECTIONS);
    assertThat(RULES.topicsIn("La eleccion es el martes.")).containsExactly(ELECTIONS);
    assertThat(RULES.topicsIn("Her balloting skills, vote, yes?")).containsExactly(ELECTIONS);
    assertThat(RULES.topicsIn("Balloting and ballots")).isEmpty();
  }

  @Test
  void whatNobodyMindsGoesOutWithoutApproval() {
    assertThat(check(PolicyOutcome.ALLOW, "Go Mavericks!").isFree()).isTrue();
  }

  @Test
  void aTopicAsksItsRolesAndAFindingTheApprovers() {
    assertThat(check(PolicyOutcome.ALLOW, "Your ballot").approvers())
        .containsExactly("superintendent");
    assertThat(check(PolicyOutcome.REVIEW, "Call him").approvers()).containsExactly("principal");
    assertThat(check(PolicyOutcome.REVIEW, "Your ballot").approvers())
        .containsExactly("superintendent", "principal");
  }

  @Test
  void aStudentWhoMustNotBeNamedStopsIt() {
    PostCheck check =
        PostCheck.of(verdict(PolicyOutcome.REVIEW, "withheld-name"), "Ana Ruiz", RULES);
    assertThat(check.isStopped()).isTrue();
    assertThat(check.isFree()).isFalse();
  }
}
