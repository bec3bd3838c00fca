package hallmonitor.moderation.policy.change;

import static hallmonitor.moderation.policy.change.PolicyShift.Kind.NEWLY_ALLOWED;
import static hallmonitor.moderation.policy.change.PolicyShift.Kind.NEWLY_ESCALATED;
import static hallmonitor.moderation.policy.change.PolicyShift.Kind.NEWLY_HIDDEN;
import static hallmonitor.moderation.policy.change.PolicyShift.Kind.NEWLY_REVIEWED;
import static hallmonitor.moderation.policy.change.PolicyShift.Kind.NO_LONGER_ESCALATED;
import static hallmonitor.moderation.policy.change.PolicyShift.Kind.NO_LONGER_HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyShiftTest {
  private static Verdict verdict(String then) {
    String policy =
        "title: T\nclauses:\n  - { id: '%s', title: A, wording: B, when: [{category: threat, at-least: 0.95}], then: {%s} }\notherwise: allow\n";
    return PolicyFile.read(policy.formatted("1", then))
        .judge(List.of(new Finding(Category.THREAT, .99, "rule", List.of(), "why")), "school");
  }

  private static final Verdict ALLOW =
      PolicyFile.read(
              "title: T\nclauses:\n  - { id: '9', title: A, wording: B, when: [{category: spam, at-least: 1}], then: {review: true} }\notherwise: allow\n")
          .judge(List.of(), "school");
  private static final Verdict REVIEW = verdict("review: true");
  private static final Verdict HIDE = verdict("hide: true");
  private static final Verdict ESCALATE =
      verdict("escalate: {to: [principal], urgency: immediate}");
  private static final Verdict BOTH =
      verdict("hide: true, escalate: {to: [principal], urgency: immediate}");

  private static List<PolicyShift.Kind> kinds(Verdict before, Verdict after) {
    return PolicyShift.between(before, after).stream().map(PolicyShift::kind).toList();
  }

  @Test
  void theSameAnswerIsNoShift() {
    assertThat(kinds(BOTH, BOTH)).isEmpty();
    assertThat(kinds(ALLOW, ALLOW)).isEmpty();
  }

  @Test
  void whatIsHiddenAndReportedIsBoth() {
    assertThat(kinds(ALLOW, BOTH)).containsExactly(NEWLY_HIDDEN, NEWLY_ESCALATED);
    assertThat(kinds(ESCALATE, BOTH)).containsExactly(NEWLY_HIDDEN);
    assertThat(kinds(HIDE, ESCALATE)).containsExactly(NEWLY_ESCALATED, NO_LONGER_HIDDEN);
  }

  @Test
  void theMilderAnswersAreTold() {
    assertThat(kinds(ALLOW, REVIEW)).containsExactly(NEWLY_REVIEWED);
    assertThat(kinds(BOTH, REVIEW)).containsExactly(NO_LONGER_HIDDEN, NO_LONGER_ESCALATED);
    assertThat(kinds(BOTH, ALLOW)).containsExactly(NEWLY_ALLOWED);
  }

  @Test
  void theClauseIsTheOneBehindIt() {
    assertThat(PolicyShift.between(ALLOW, HIDE))
        .containsExactly(new PolicyShift(NEWLY_HIDDEN, "1"));
    assertThat(PolicyShift.between(HIDE, ALLOW))
        .containsExactly(new PolicyShift(NEWLY_ALLOWED, "1"));
  }
}
