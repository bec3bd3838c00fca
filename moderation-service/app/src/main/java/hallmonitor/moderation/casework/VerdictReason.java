package hallmonitor.moderation.casework;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.PolicyReading;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Describes the reason of a verdict, for the case and for people. */
final class VerdictReason {
  private VerdictReason() {}

  /** Returns the clause and the finding behind it, in one or two sentences. */
  static String of(Verdict verdict) {
    return verdict
        .decisive()
        .map(
            hit ->
                "Clause "
                    + hit.clause().id()
                    + ", "
                    + hit.clause().title()
                    + strongest(hit.findings()).map(f -> ": " + f.why()).orElse(".")
                    + opinion(hit.findings()))
        .or(() -> strongest(verdict.findings()).map(Finding::why))
        .orElse("");
  }

  /** Returns the reason with everything that a person may want to know before deciding. */
  static String inFull(JudgedRevision judged) {
    String said = of(judged.verdict()) + history(judged.verdict().strikes());
    return judged.longPast() && judged.verdict().outcome() != PolicyOutcome.REVIEW
        ? said + " It is an old comment, so a person looks before anything is done."
        : said;
  }

  /** Returns the author's history, which no hiding or reporting clause may be based on. */
  private static String history(int strikes) {
    return strikes == 0
        ? ""
        : " Its author has "
            + strikes
            + (strikes == 1 ? " strike" : " strikes")
            + " on this account that a person confirmed.";
  }

  /** Returns the label of the category that weighed most. */
  static String category(Verdict verdict) {
    return verdict
        .decisive()
        .flatMap(hit -> strongest(hit.findings()))
        .map(Finding::category)
        .orElse(Category.DETECTOR_FAILURE)
        .label();
  }

  /** Returns what the policy reader said, if it changed what follows. */
  private static String opinion(List<Finding> findings) {
    return PolicyReading.in(findings)
        .map(
            reading ->
                " "
                    + reading.why()
                    + (PolicyReading.denies(reading)
                        ? " So it goes one step less far than the clause says."
                        : " So it goes one step farther than its score alone."))
        .orElse("");
  }

  private static Optional<Finding> strongest(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !PolicyReading.is(finding))
        .max(Comparator.comparingDouble(Finding::score));
  }
}
