package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;

/**
 * For how long records are kept at least, by the district's records schedule.
 *
 * @param authority whose approval a disposal needs, in words such as {@code the records commission}
 * @param kept for each kind; nothing of a kind that is not named is ever disposed of
 */
public record Retention(CharSequence authority, Map<RecordKind, Period> kept) {
  /** Less than this no schedule asks for what may become a matter of dispute. */
  public static final Period LEAST = Period.ofYears(1);

  /** Where nothing is said, everything is kept. */
  public static final Retention FOR_EVER =
      new Retention(Sentence.of("the records commission"), Map.of());

  public Retention {
    kept = Map.copyOf(kept);
  }

  /** Before which day a record must have been left alone; absent where all are kept. */
  public Optional<LocalDate> latest(RecordKind kind, LocalDate today) {
    return Optional.ofNullable(kept.get(kind)).map(today::minus);
  }

  /**
   * Why records of this kind may not be disposed of up to a day, in a sentence; empty when they
   * may.
   *
   * @param before the first day that is kept
   */
  public Optional<Sentence> refusal(RecordKind kind, LocalDate before, LocalDate today) {
    Optional<LocalDate> latest = latest(kind, today);
    if (latest.isEmpty()) {
      return Optional.of(
          Sentence.of(
              "decisions.yaml says nowhere how long records of this kind are kept, so they are kept for ever."));
    }
    return latest
        .filter(before::isAfter)
        .map(
            day ->
                Sentence.of(
                    "Records of this kind are kept for {1}: choose {2} or an earlier day.",
                    inWords(kept.get(kind)), day.toString()));
  }

  /** Such as {@code 7 years}. */
  public static Sentence inWords(Period time) {
    int months = (int) time.toTotalMonths();
    if (months % 12 != 0) {
      return Sentence.of("{1} months", months);
    }
    return months == 12 ? Sentence.of("1 year") : Sentence.of("{1} years", months / 12);
  }
}
