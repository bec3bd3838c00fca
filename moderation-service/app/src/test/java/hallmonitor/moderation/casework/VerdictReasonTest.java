package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.PolicyReading;
import hallmonitor.moderation.policy.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a verdict is what it is, in words for people. */
class VerdictReasonTest {
  private static Finding saw(Category category, double score, String why) {
    return new Finding(category, score, "test", List.of(), why);
  }

  private static Verdict judged(int strikes, Finding... findings) {
    return Fixtures.POLICY.judge(List.of(findings), "school", strikes);
  }

  @Test
  void itNamesTheClauseAndTheStrongestFindingBehindIt() {
    Verdict verdict =
        judged(
            0,
            saw(Category.BULLYING, 0.6, "It mocks somebody."),
            saw(Category.BULLYING, 0.9, "It insults somebody."),
            saw(Category.SPAM, 1, "It sells something."));

    assertThat(VerdictReason.of(verdict))
        .isEqualTo("Clause 2.1, Personal attacks: It insults somebody.");
    assertThat(VerdictReason.category(verdict)).isEqualTo("bullying");
  }

  @Test
  void whereADetectorFailedItSaysWhatFailed() {
    Verdict verdict = judged(0, saw(Category.DETECTOR_FAILURE, 1, "The scout failed."));

    assertThat(VerdictReason.of(verdict)).isEqualTo("The scout failed.");
    assertThat(VerdictReason.category(verdict)).isEqualTo("detector-failure");
  }

  @Test
  void aHarmlessCommentNeedsNoReason() {
    assertThat(VerdictReason.of(judged(0))).isEmpty();
  }

  @Test
  void inFullItAddsTheAuthorsConfirmedStrikes() {
    Finding insult = saw(Category.BULLYING, 0.9, "It insults somebody.");
    String clause = "Clause 2.1, Personal attacks: It insults somebody.";

    assertThat(inFull(judged(0, insult), false)).isEqualTo(clause);
    assertThat(inFull(judged(1, insult), false))
        .isEqualTo(clause + " Its author has 1 strike on this account that a person confirmed.");
    assertThat(inFull(judged(2, insult), false))
        .isEqualTo(clause + " Its author has 2 strikes on this account that a person confirmed.");
  }

  @Test
  void inFullItSaysWhyNothingWasDoneAboutAnOldComment() {
    String old = " It is an old comment, so a person looks before anything is done.";

    assertThat(inFull(judged(0, saw(Category.BULLYING, 0.9, "It insults somebody.")), true))
        .endsWith(old);
    assertThat(inFull(judged(0, saw(Category.PROFANITY, 0.9, "It swears.")), true))
        .doesNotContain(old);
  }

  private static String inFull(Verdict verdict, boolean longPast) {
    return VerdictReason.inFull(Fixtures.judged("r1", Visibility.VISIBLE, longPast, verdict));
  }

  @Test
  void itSaysWhatThePolicyReaderChanged() {
    String threat = "Clause 3.1, Threats: It reads like one. ";

    assertThat(VerdictReason.of(judged(0, likely(0.6), reading(false))))
        .isEqualTo(threat + "It quotes a song. So it goes one step less far than the clause says.");
    assertThat(
            VerdictReason.of(
                judged(0, likely(0.4), reading(true), saw(Category.PROFANITY, 0.9, "It swears."))))
        .isEqualTo(threat + "It says when. So it goes one step farther than its score alone.");
  }

  @Test
  void whatThePolicyReaderDidNotChangeItDoesNotMention() {
    assertThat(VerdictReason.of(judged(0, likely(0.6), reading(true))))
        .isEqualTo("Clause 3.1, Threats: It reads like one.");
  }

  private static Finding likely(double score) {
    return new Finding(Category.THREAT, score, ModelDetector.NAME, List.of(), "It reads like one.");
  }

  private static Finding reading(boolean applies) {
    return PolicyReading.of(
        Category.THREAT, applies, 0.9, applies ? "It says when." : "It quotes a song.");
  }
}
