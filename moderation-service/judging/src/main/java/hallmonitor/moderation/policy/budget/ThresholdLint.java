package hallmonitor.moderation.policy.budget;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Warns of thresholds that make no sense, judging by their cost and reach. Most come from a policy
 * that was written for another scale of scores. A warning is not a mistake: the policy stays
 * active, because a district may have its reasons.
 */
public final class ThresholdLint {
  /** What to do about warnings. */
  public static final Sentence ADVICE =
      Sentence.of(
          "These thresholds seem to be written for an older scale of scores. Take those of the"
              + " policy that comes with the program, or see in each clause's form what another threshold would"
              + " cost and reach.");

  /** Most of 1,000 ordinary comments that one line may report to someone. */
  private static final double MOST_TOLD = 10;

  /** Least share of the true cases, as the mean of the languages, that a line is worth. */
  private static final double LEAST_REACHED = 0.1;

  /** Most of 1,000 ordinary comments in the danger lane, by language. */
  private static final Map<String, Double> MOST_IN_LANE = Map.of("en", 8.0, "es", 12.0);

  /**
   * If the lane sees less than this share of what it could hold of a danger, the danger is missed.
   */
  private static final double LEAST_SEEN = 0.65;

  private static final List<Category> DANGERS = List.copyOf(Category.danger());

  private static final double HUNDREDTHS = 100;
  private static final int PERCENT = 100;

  private final ThresholdBudgets budgets;

  public ThresholdLint(ThresholdBudgets budgets) {
    this.budgets = budgets;
  }

  /** Returns warnings in the order of the clauses; empty for a policy that fits the scores. */
  public List<ThresholdWarning> of(Policy policy) {
    List<ThresholdWarning> warnings = new ArrayList<>();
    for (Clause clause : policy.clauses()) {
      for (int i = 0; i < clause.when().size(); i++) {
        Condition condition = clause.when().get(i);
        Optional<Sentence> says =
            toldTooOften(clause, condition)
                .or(() -> missed(policy, clause, condition))
                .or(() -> findsNothing(clause, condition));
        if (says.isPresent()) {
          warnings.add(new ThresholdWarning(clause.id(), i, says.get()));
        }
      }
    }
    return warnings;
  }

  private Optional<Sentence> toldTooOften(Clause clause, Condition condition) {
    double most =
        measured(condition.category(), condition.atLeast())
            .mapToDouble(MeasuredThreshold::alarmsInThousand)
            .max()
            .orElse(0);
    return clause.then().outcome() == PolicyOutcome.ESCALATE && most > MOST_TOLD
        ? Optional.of(
            Sentence.of(
                "Clause {1} reports about {2} of 1,000 ordinary comments to somebody, by {3} at"
                    + " least {4}. Nobody reads so many.",
                clause.id(), Math.round(most), condition.category(), number(condition.atLeast())))
        : Optional.empty();
  }

  /** Only rules score above the model's highest score, and a rule can be rare. */
  private Optional<Sentence> findsNothing(Clause clause, Condition condition) {
    double reached = reached(condition.category(), condition.atLeast());
    return condition.atLeast() <= ModelDetector.SUREST && reached < LEAST_REACHED
        ? Optional.of(
            Sentence.of(
                "Clause {1} finds almost nothing: {2} at least {3} reaches about {4} % of true"
                    + " cases.",
                clause.id(),
                condition.category(),
                number(condition.atLeast()),
                Math.round(PERCENT * reached)))
        : Optional.empty();
  }

  /** The warning for the lowest line about a danger; no one reviews comments below it. */
  private Optional<Sentence> missed(Policy policy, Clause clause, Condition condition) {
    Category category = condition.category();
    if (!DANGERS.contains(category) || !isLowest(policy, condition)) {
      return Optional.empty();
    }
    double reached = reached(category, condition.atLeast());
    return lowestBearable(category)
        .filter(lower -> reached < LEAST_SEEN * reached(category, lower))
        .map(
            lower ->
                Sentence.of(
                    "Below clause {1}, {2} at least {3}, nobody looks: about {4} % of true cases"
                        + " are seen. A clause at {5} would show about {6} %, and the danger lane"
                        + " has room for it.",
                    clause.id(),
                    category,
                    number(condition.atLeast()),
                    Math.round(PERCENT * reached),
                    number(lower),
                    Math.round(PERCENT * reached(category, lower))));
  }

  private static boolean isLowest(Policy policy, Condition condition) {
    Predicate<Condition> forAll = c -> c.strikes() == 0 && c.accountKinds().isEmpty();
    return policy.clauses().stream()
        .flatMap(clause -> clause.when().stream())
        .filter(forAll.and(c -> c.category() == condition.category()))
        .min(Comparator.comparingDouble(Condition::atLeast))
        .filter(lowest -> lowest.equals(condition))
        .isPresent();
  }

  /** Returns the lowest threshold that the danger lane has room for. */
  private Optional<Double> lowestBearable(Category category) {
    for (int hundredth = 1; hundredth < HUNDREDTHS; hundredth++) {
      double atLeast = hundredth / HUNDREDTHS;
      boolean bearable =
          MOST_IN_LANE.entrySet().stream()
              .allMatch(
                  most ->
                      budgets
                          .at(category, most.getKey(), atLeast)
                          .filter(m -> m.alarmsInThousand() > most.getValue())
                          .isEmpty());
      if (bearable) {
        return Optional.of(atLeast);
      }
    }
    return Optional.empty();
  }

  /** Returns the mean share of the languages; 1 where nothing is measured. */
  private double reached(Category category, double atLeast) {
    return wellMeasured(category, atLeast)
        .mapToDouble(MeasuredThreshold::shareReached)
        .average()
        .orElse(1);
  }

  private Stream<MeasuredThreshold> wellMeasured(Category category, double atLeast) {
    return measured(category, atLeast).filter(m -> !m.hasFewCases());
  }

  private Stream<MeasuredThreshold> measured(Category category, double atLeast) {
    return ThresholdBudgets.LANGUAGES.stream()
        .flatMap(language -> budgets.at(category, language, atLeast).stream());
  }

  private static String number(double threshold) {
    return String.format(Locale.ROOT, "%.3f", threshold).replaceFirst("0{1,2}$", "");
  }
}
