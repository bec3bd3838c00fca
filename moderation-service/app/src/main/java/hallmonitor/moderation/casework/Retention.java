package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;

/**
 * The minimum retention periods of the district's records schedule.
 *
 * @param authority who must approve a disposal, in words such as {@code the records commission}
 * @param kept by kind; kinds without an entry are never disposed of
 */
public record Retention(CharSequence authority, Map<RecordKind, Period> kept) {
  /** Shortest period that a schedule sets for records of possible disputes. */
  public static final Period LEAST = Period.ofYears(1);

  /** The default: keeps everything. */
  public static final Retention FOR_EVER =
      new Retention(Sentence.of("the records commission"), Map.of());

  public Retention {
    kept = Map.copyOf(kept);
  }

  /** Returns the day before which a record must have last changed; absent if all are kept. */
  public Optional<LocalDate> latest(RecordKind kind, LocalDate today) {
    return Optional.ofNullable(kept.get(kind)).map(today::minus);
  }

  /**
   * Returns one sentence that says why records up to a day may not be disposed of; empty if they
   * may.
   *
   * @param before the first day that is kept
   */
  public Optional<Sentence> refusal(RecordKind kind, LocalDate before, LocalDate today) {
    Period time = kept.get(kind);
    Optional<LocalDate> latest = latest(kind, today);
    if (time == null || latest.isEmpty()) {
      return Optional.of(
          Sentence.of("No time limit is set for records of this kind, so they are kept forever."));
    }
    return latest
        .filter(before::isAfter)
        .map(
            day ->
                Sentence.of(
                    "Records of this kind are kept for {1}: choose {2} or an earlier day.",
                    inWords(time), day.toString()));
  }

  /** Returns words such as {@code 7 years}. */
  public static Sentence inWords(Period time) {
    int months = (int) time.toTotalMonths();
    if (months % 12 != 0) {
      return Sentence.of("{1} months", months);
    }
    return months == 12 ? Sentence.of("1 year") : Sentence.of("{1} years", months / 12);
  }
}
