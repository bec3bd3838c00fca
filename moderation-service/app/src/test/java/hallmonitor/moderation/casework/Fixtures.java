package hallmonitor.moderation.casework;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A small policy, its verdicts, and cases in every state. */
public final class Fixtures {
  public static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
  public static final CommentKey COMMENT = new CommentKey("practice", "17");
  public static final UUID CASE_ID = CaseIds.ofCase(COMMENT);

  public static final Policy POLICY =
      new Policy(
          "Social media guidelines",
          List.of(
              clause("1.1", "Coarse language", Category.PROFANITY, look()),
              clause("2.1", "Personal attacks", Category.BULLYING, hide()),
              clause("3.1", "Threats", Category.THREAT, report(true)),
              clause("3.2", "Reported harm", Category.ABUSE_DISCLOSURE, report(false)),
              clause("3.3", "Possible danger", Category.THREAT_REPORT, lane())));

  private Fixtures() {}

  private static Clause clause(String id, String title, Category category, Consequence then) {
    return new Clause(
        id, title, title + ".", List.of(new Condition(category, 0.5, Set.of())), then);
  }

  private static Consequence look() {
    return new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.DIGEST, true);
  }

  private static Consequence lane() {
    return new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.IMMEDIATE, false);
  }

  private static Consequence hide() {
    return new Consequence(PolicyOutcome.HIDE, true, List.of(), Urgency.DIGEST, true);
  }

  private static Consequence report(boolean hide) {
    return new Consequence(
        PolicyOutcome.ESCALATE, hide, List.of("principal"), Urgency.IMMEDIATE, hide);
  }

  public static Verdict harmless() {
    return POLICY.judge(List.of(), "school");
  }

  public static Verdict coarse() {
    return found(Category.PROFANITY);
  }

  public static Verdict attack() {
    return found(Category.BULLYING);
  }

  public static Verdict threat() {
    return found(Category.THREAT);
  }

  public static Verdict disclosure() {
    return found(Category.ABUSE_DISCLOSURE);
  }

  public static Verdict faintDanger() {
    return found(Category.THREAT_REPORT);
  }

  public static Verdict failedDetector() {
    return found(Category.DETECTOR_FAILURE);
  }

  private static Verdict found(Category category) {
    return POLICY.judge(
        List.of(new Finding(category, 0.9, "test", List.of(new Span(0, 3)), "It says so.")),
        "school");
  }

  public static JudgedRevision judged(String revision, Verdict verdict) {
    return judged(revision, Visibility.VISIBLE, false, verdict);
  }

  public static JudgedRevision judged(
      String revision, Visibility visibility, boolean longPast, Verdict verdict) {
    return new JudgedRevision(
        COMMENT, "maple-high", revision, visibility, NOON, longPast, false, 0, verdict);
  }

  /** Returns the case that a verdict on a visible comment opens. */
  public static Case opened(Verdict verdict) {
    return OnVerdict.change(Optional.empty(), judged("r1", verdict), NOON).orElseThrow().after();
  }

  /** Returns the same with the policy's hide carried out. */
  public static Case hiddenBy(Verdict verdict) {
    Case ordered = opened(verdict);
    return OnPlatform.taken(ordered, ordered.actionId().orElseThrow(), Action.HIDE, true).after();
  }

  public static Decision decision(Case on, Decision.Kind kind) {
    return new Decision(on.id(), on.version().number(), kind, "novak", "As discussed.");
  }

  public static Case decided(Case on, Decision.Kind kind) {
    return OnDecision.change(on, decision(on, kind)).after();
  }
}
