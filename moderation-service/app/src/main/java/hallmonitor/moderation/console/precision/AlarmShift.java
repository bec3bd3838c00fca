package hallmonitor.moderation.console.precision;

import hallmonitor.moderation.statistics.RateChange;
import hallmonitor.moderation.wording.Sentence;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a share of the comments changed sharply in the last whole week against the four before.
 * Pure. Comments come in bursts, which makes rare coincidences less rare than the test assumes, so
 * a change must be both very unlikely and large.
 */
final class AlarmShift {
  /** Among 30 clauses, chance alone makes one such change in 33 weeks. */
  static final double CHANCE = .001;

  static final double FACTOR = 1.5;

  /** With fewer comments in the four weeks before, there is no past to compare with. */
  static final int FEWEST_BEFORE = 100;

  private AlarmShift() {}

  /**
   * Returns one sentence about a change; empty for none.
   *
   * @param what happened to them, such as {@code Escalated}
   */
  static Optional<Sentence> of(CharSequence what, RateChange change) {
    if (change.ofBefore() < FEWEST_BEFORE
        || !change.changedBy(FACTOR)
        || change.chance() >= CHANCE) {
      return Optional.empty();
    }
    Object[] values = {
      what,
      change.now(),
      change.ofNow(),
      perThousand(change.rate()),
      perThousand(change.rateBefore())
    };
    return Optional.of(
        change.rate() > change.rateBefore()
            ? Sentence.of(
                "{1}: {2} of {3} comments last week, or {4} of 1,000. It was {5} of 1,000 in the four weeks before. Chance does not explain this rise: look at the cases.",
                values)
            : Sentence.of(
                "{1}: {2} of {3} comments last week, or {4} of 1,000. It was {5} of 1,000 in the four weeks before. Chance does not explain this drop: something may no longer be found.",
                values));
  }

  private static String perThousand(double rate) {
    return String.format(Locale.US, "%.1f", rate * 1_000);
  }
}
