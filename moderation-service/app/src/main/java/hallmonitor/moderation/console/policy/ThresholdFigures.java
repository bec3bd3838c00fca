package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.budget.MeasuredThreshold;
import hallmonitor.moderation.policy.budget.ThresholdBudgets;
import hallmonitor.moderation.policy.file.WrittenClause.Condition;
import hallmonitor.moderation.wording.Sentence;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words what the threshold of a clause's line would cost and reach, as measured. */
@Singleton
public class ThresholdFigures {
  private static final int PERCENT = 100;

  /** At this count and above, tenths of a comment mean nothing. */
  private static final double MANY = 10;

  private final ThresholdBudgets budgets = ThresholdBudgets.shipped();

  /**
   * Returns sentences about one line of a clause, as it is being written.
   *
   * @return empty as long as no category or no score is written
   */
  public List<Sentence> of(Condition condition) {
    Optional<Category> category = Category.of(condition.category());
    if (category.isEmpty() || condition.atLeast().isEmpty()) {
      return List.of();
    }
    Optional<Double> atLeast = Eagerness.score(condition.atLeast());
    if (atLeast.isEmpty()) {
      return List.of(Sentence.of("Enter a score from 0.01 to 1."));
    }
    Optional<MeasuredThreshold> english = budgets.at(category.get(), "en", atLeast.get());
    Optional<MeasuredThreshold> spanish = budgets.at(category.get(), "es", atLeast.get());
    if (english.isEmpty() && spanish.isEmpty()) {
      return List.of(
          Sentence.of(
              "This was never measured, so nobody can say what to expect. Try the draft on new"
                  + " comments first."));
    }
    List<Sentence> said = new ArrayList<>();
    english.map(ThresholdFigures::inEnglish).ifPresent(said::add);
    spanish.map(ThresholdFigures::inSpanish).ifPresent(said::add);
    said.addAll(caveats(english, spanish, condition));
    return said;
  }

  /**
   * Returns one sentence on what to expect of a line, for reading.
   *
   * @return empty if it was never measured
   */
  Sentence expectation(Category category, double atLeast) {
    Optional<MeasuredThreshold> english = budgets.at(category, "en", atLeast);
    Optional<MeasuredThreshold> spanish = budgets.at(category, "es", atLeast);
    if (english.isEmpty()) {
      return Sentence.NONE;
    }
    return spanish
        .map(
            es ->
                Sentence.of(
                    "Expected: {1} of 1,000 ordinary comments ({2} in Spanish), and {3}% of true"
                        + " cases ({4}% in Spanish).",
                    count(english.get().alarmsInThousand()),
                    count(es.alarmsInThousand()),
                    reached(english.get()),
                    reached(es)))
        .orElseGet(
            () ->
                Sentence.of(
                    "Expected: {1} of 1,000 ordinary comments, and {2}% of true cases.",
                    count(english.get().alarmsInThousand()), reached(english.get())));
  }

  private static long reached(MeasuredThreshold at) {
    return Math.round(PERCENT * at.shareReached());
  }

  private static Sentence inEnglish(MeasuredThreshold at) {
    return Sentence.of(
        "In English: {1} of 1,000 ordinary comments ({2} at most), and {3}% of true" + " cases.",
        count(at.alarmsInThousand()), count(at.mostAlarmsInThousand()), reached(at));
  }

  private static Sentence inSpanish(MeasuredThreshold at) {
    return Sentence.of(
        "In Spanish: {1} of 1,000 ({2} at most), and {3}% of true cases.",
        count(at.alarmsInThousand()), count(at.mostAlarmsInThousand()), reached(at));
  }

  private static List<Sentence> caveats(
      Optional<MeasuredThreshold> english,
      Optional<MeasuredThreshold> spanish,
      Condition condition) {
    List<Sentence> caveats = new ArrayList<>();
    if (english.or(() -> spanish).filter(MeasuredThreshold::hasFewCases).isPresent()
        || spanish.filter(MeasuredThreshold::hasFewCases).isPresent()) {
      caveats.add(
          Sentence.of(
              "Only {1} true cases were measured in English and {2} in Spanish: the shares are a"
                  + " rough guess.",
              english.map(MeasuredThreshold::cases).orElse(0L),
              spanish.map(MeasuredThreshold::cases).orElse(0L)));
    }
    if (!condition.accounts().isEmpty()) {
      caveats.add(
          Sentence.of(
              "Ordinary comments were measured on comments like those on a school's page."));
    }
    if (!condition.strikes().isEmpty()) {
      caveats.add(
          Sentence.of("Counted over all authors; the line applies only to repeat violators."));
    }
    return caveats;
  }

  private static String count(double inThousand) {
    return inThousand < MANY
        ? String.format(Locale.ROOT, "%.1f", inThousand).replaceFirst("\\.0$", "")
        : Long.toString(Math.round(inThousand));
  }
}
