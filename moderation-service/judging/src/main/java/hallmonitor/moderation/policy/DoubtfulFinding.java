package hallmonitor.moderation.policy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.PolicyReading;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A first opinion that one clause decides by a model's score near its threshold, so that a third
 * opinion is worth asking for.
 *
 * @param clause that alarms or hides, or would have with a slightly higher score
 * @param finding the model's
 * @param alarmed whether the clause holds
 */
public record DoubtfulFinding(Clause clause, Finding finding, boolean alarmed) {
  /** A rule's finding from here on proves by itself. */
  private static final double FIRM_RULE = 0.6;

  /**
   * Finds what is doubtful.
   *
   * @param first the verdict without a third opinion
   * @param clauses of the policy that gave it
   * @return empty if nothing is, or if a rule or a failed detector decides
   */
  static Optional<DoubtfulFinding> of(
      Verdict first, List<Clause> clauses, String accountKind, DoubtfulBand band) {
    if (first.hits().isEmpty() || aDetectorFailed(first)) {
      return Optional.empty();
    }
    return first.outcome() == PolicyOutcome.REVIEW
        ? nearAlarm(first, clauses, accountKind, band)
        : alarm(first, accountKind, band);
  }

  private static boolean aDetectorFailed(Verdict first) {
    return first.findings().stream().anyMatch(f -> f.category() == Category.DETECTOR_FAILURE);
  }

  /** A comment that another clause hides too is not asked about: its alarm would lose its clock. */
  private static Optional<DoubtfulFinding> alarm(
      Verdict first, String accountKind, DoubtfulBand band) {
    ClauseHit decisive = first.hits().get(0);
    boolean hiddenAnyway = first.hits().stream().skip(1).anyMatch(h -> h.clause().then().hide());
    return hiddenAnyway
        ? Optional.empty()
        : model(decisive.findings())
            .filter(model -> decidesAlone(model, decisive.findings()))
            .filter(model -> isJustAbove(model, decisive.clause(), accountKind, band))
            .map(model -> new DoubtfulFinding(decisive.clause(), model, true));
  }

  private static Optional<Finding> model(List<Finding> findings) {
    Finding strongest = null;
    for (Finding finding : findings) {
      boolean stronger = strongest == null || finding.score() > strongest.score();
      strongest = isOfModel(finding) && stronger ? finding : strongest;
    }
    return Optional.ofNullable(strongest);
  }

  private static boolean isOfModel(Finding finding) {
    return finding.detector().equals(ModelDetector.NAME);
  }

  private static boolean decidesAlone(Finding model, List<Finding> findings) {
    return findings.stream()
        .allMatch(
            f ->
                f.category() == model.category()
                    && (isOfModel(f) || f.score() <= model.score() && f.score() < FIRM_RULE));
  }

  /** The lowest threshold that is reached shows how firmly the clause holds. */
  private static boolean isJustAbove(
      Finding model, Clause clause, String accountKind, DoubtfulBand band) {
    return clause.when().stream()
        .filter(condition -> condition.holdsFor(model, accountKind, 0))
        .mapToDouble(Condition::atLeast)
        .min()
        .stream()
        .anyMatch(threshold -> band.holdsAbove(model.score(), threshold));
  }

  private static Optional<DoubtfulFinding> nearAlarm(
      Verdict first, List<Clause> clauses, String accountKind, DoubtfulBand band) {
    return clauses.stream()
        .filter(clause -> clause.then().outcome() == PolicyOutcome.ESCALATE)
        .flatMap(clause -> near(first, clause, accountKind, band))
        .min(Comparator.comparingDouble(Near::distance))
        .map(Near::doubt);
  }

  private record Near(DoubtfulFinding doubt, double distance) {}

  private static Stream<Near> near(
      Verdict first, Clause clause, String accountKind, DoubtfulBand band) {
    return clause.when().stream()
        .filter(condition -> condition.isFor(accountKind))
        .flatMap(
            condition ->
                model(of(first.findings(), condition.category()))
                    .filter(model -> band.holdsBelow(model.score(), condition.atLeast()))
                    .map(
                        model ->
                            new Near(
                                new DoubtfulFinding(clause, model, false),
                                condition.atLeast() - model.score()))
                    .stream());
  }

  private static List<Finding> of(List<Finding> findings, Category category) {
    return findings.stream().filter(f -> f.category() == category).toList();
  }

  /**
   * Returns the clause as it holds after the reader's answer, one step milder or stronger.
   *
   * @param first the verdict without it
   * @param reading the answer, on the same category
   * @return empty if the answer changes nothing
   */
  Optional<ClauseHit> settledBy(Finding reading, Verdict first) {
    boolean changes =
        reading.category() == finding.category()
            && (alarmed ? PolicyReading.denies(reading) : PolicyReading.confirms(reading));
    if (!changes) {
      return Optional.empty();
    }
    Clause.Consequence then =
        alarmed
            ? ThirdOpinionSteps.down(clause.then())
            : ThirdOpinionSteps.up(clause.then(), first.dangerLane());
    return Optional.of(new ClauseHit(clause.withConsequence(then), List.of(finding, reading)));
  }
}
