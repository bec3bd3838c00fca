package hallmonitor.moderation.console.precision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database's answer.
 *
 * @param weeks cases by week, clause and outcome
 * @param people who decided the cases of the last 4 weeks
 * @param samples what the check of allowed comments found in the last 4 weeks
 * @param volumes of the last whole week and the four before
 */
record PrecisionFigures(
    List<CaseWeek> weeks,
    List<DecidedBy> people,
    List<FoundInCheck> samples,
    List<JudgedWeek> volumes) {
  /**
   * Cases that a clause opened within a week.
   *
   * @param week its Monday
   * @param clause id; empty when a detector failed
   * @param category that weighed most, by its label
   * @param lane those in the danger lane
   * @param hidden those that the policy hid
   * @param decided those that a person decided
   * @param confirmed those of them that a person called right
   * @param falseAlarms those of them that a person called a false alarm
   */
  public record CaseWeek(
      LocalDate week,
      String clause,
      String outcome,
      String category,
      long cases,
      long lane,
      long hidden,
      long decided,
      long confirmed,
      long falseAlarms) {}

  /** One person's decisions; the person is null if no one is named. */
  public record DecidedBy(String clause, String outcome, @Nullable String person) {}

  public record FoundInCheck(String category, long times) {}

  /**
   * Judged comments of a week.
   *
   * @param clause that held; empty for all comments
   * @param told escalated ones
   * @param caught those that were not simply allowed
   */
  public record JudgedWeek(LocalDate week, String clause, long judged, long told, long caught) {}
}
