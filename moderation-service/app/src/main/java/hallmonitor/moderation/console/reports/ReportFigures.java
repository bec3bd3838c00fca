package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.reports.ReportNeutrality.StanceCount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The database's answer to a report question.
 *
 * @param countedUntil later judgments are not in the volumes; absent if nothing is counted
 * @param volumes of each day with judgments, in order
 */
record ReportFigures(
    Optional<Instant> countedUntil,
    List<DayVolume> volumes,
    List<PlaceVolume> buildings,
    List<StanceCount> stances,
    List<CaseFigures> cases,
    List<Escalated> escalations,
    List<Decided> decisions,
    Times timeToHide,
    Times timeToAcknowledge) {

  /** The volume of a building. */
  public record PlaceVolume(String building, long seen, long judged, long allowed) {}

  /**
   * Cases opened within the span.
   *
   * @param automatic those that the policy hid
   * @param reported those of them that it also reported to someone
   * @param overturned those of the automatic ones that a person restored
   */
  public record CaseFigures(
      String building,
      String clause,
      long cases,
      long open,
      long automatic,
      long reported,
      long overturned) {
    static CaseFigures none() {
      return new CaseFigures("", "", 0, 0, 0, 0, 0);
    }

    CaseFigures and(CaseFigures more) {
      return new CaseFigures(
          building,
          clause,
          cases + more.cases,
          open + more.open,
          automatic + more.automatic,
          reported + more.reported,
          overturned + more.overturned);
    }
  }

  /** Returns the same figures without what some clauses say of critics and supporters. */
  ReportFigures comparing(Predicate<String> clauses) {
    return new ReportFigures(
        countedUntil,
        volumes,
        buildings,
        stances.stream().filter(s -> s.clause().isEmpty() || clauses.test(s.clause())).toList(),
        cases,
        escalations,
        decisions,
        timeToHide,
        timeToAcknowledge);
  }

  /** Returns the period in a few numbers. */
  ReportTotals totals() {
    return ReportTotals.of(volumes, cases, escalations, timeToAcknowledge);
  }

  public record Escalated(String building, String clause, long raised, long falseAlarms) {}

  /**
   * A number of decisions.
   *
   * @param kind of the case's event, such as {@code confirmed}
   * @param person display name
   */
  public record Decided(String kind, String person, long times) {}

  /**
   * How long something took.
   *
   * @param all possible occurrences
   * @param times actual occurrences
   * @param median seconds; null if it never happened
   * @param p95 seconds that 95 of 100 were done within; null if it never happened
   */
  public record Times(long all, long times, Double median, Double p95) {}
}
