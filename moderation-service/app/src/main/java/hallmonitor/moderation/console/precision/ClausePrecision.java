package hallmonitor.moderation.console.precision;

import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.statistics.Proportion;
import java.util.List;
import java.util.Optional;

/**
 * One clause with its weeks.
 *
 * @param id empty for cases without a clause, because a detector failed
 * @param clause empty if the current policy no longer has it
 * @param weeks the oldest first
 * @param advice empty without a clause, because there is no threshold to move
 */
record ClausePrecision(
    String id, Optional<Clause> clause, List<WeekRow> weeks, Optional<ThresholdAdvice> advice) {
  ClausePrecision {
    weeks = List.copyOf(weeks);
  }

  long cases() {
    return weeks.stream().mapToLong(WeekRow::cases).sum();
  }

  /** Returns all its decided cases, and those of them that a person confirmed. */
  Proportion confirmed() {
    return new Proportion(
        weeks.stream().mapToLong(week -> week.confirmed().part()).sum(),
        weeks.stream().mapToLong(week -> week.confirmed().whole()).sum());
  }

  /** Returns whether there is a reason to move the threshold. */
  boolean moves() {
    return advice
        .map(ThresholdAdvice::move)
        .filter(move -> move == ThresholdAdvice.Move.RAISE || move == ThresholdAdvice.Move.LOWER)
        .isPresent();
  }
}
