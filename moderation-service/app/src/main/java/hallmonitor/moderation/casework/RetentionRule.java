package hallmonitor.moderation.casework;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Optional;

/**
 * One rule of the district's records schedule.
 *
 * @param kept minimum time since something last happened to a record; empty for forever
 * @param authority who must approve a disposal, in words such as {@code the records commission}
 * @param source what sets the time, such as a statute or the district's approved schedule; may be
 *     empty
 * @param series the number of the records series in that schedule; may be empty
 */
public record RetentionRule(
    RecordKind kind,
    RetentionReach reach,
    Optional<Period> kept,
    CharSequence authority,
    CharSequence source,
    String series) {
  static final Comparator<RetentionRule> BY_TIME =
      Comparator.comparingLong(rule -> rule.kept.map(Period::toTotalMonths).orElse(Long.MAX_VALUE));

  /** Returns the name in forms and addresses. No other rule of a schedule has the same. */
  public String code() {
    StringBuilder code = new StringBuilder(EnumCodes.of(kind));
    part(code, "account", reach.account());
    part(code, "building", reach.building());
    part(code, "account-kind", reach.accountKind());
    return code.toString();
  }

  private static void part(StringBuilder code, String name, String value) {
    if (!value.isEmpty()) {
      code.append(' ').append(name).append('=').append(value);
    }
  }

  /** Returns the first day on which nothing may have happened to a record; empty for forever. */
  public Optional<LocalDate> latest(LocalDate today) {
    return kept.map(today::minus);
  }
}
