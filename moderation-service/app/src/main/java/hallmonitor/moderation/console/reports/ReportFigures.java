package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.reports.ReportNeutrality.StanceCount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the database says to a question.
 *
 * @param countedUntil what was judged later is not in the volumes; absent when nothing is counted
 * @param volumes of each day on which something was judged, in order
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

  /** What was judged in a building. */
  public record PlaceVolume(String building, long seen, long judged, long allowed) {}

  /**
   * Cases that opened within the span.
   *
   * @param automatic those that the policy hid
   * @param overturned those of them that a person restored
   */
  public record CaseFigures(
      String building, String clause, long cases, long open, long automatic, long overturned) {
    static CaseFigures none() {
      return new CaseFigures("", "", 0, 0, 0, 0);
    }

    CaseFigures and(CaseFigures more) {
      return new CaseFigures(
          building,
          clause,
          cases + more.cases,
          open + more.open,
          automatic + more.automatic,
          overturned + more.overturned);
    }
  }

  public record Escalated(String building, String clause, long raised, long falseAlarms) {}

  /**
   * @param kind of the case's event, such as {@code confirmed}
   * @param person the name to show
   */
  public record Decided(String kind, String person, long times) {}

  /**
   * How long something took.
   *
   * @param all what could have happened
   * @param times how often it did
   * @param median seconds; null when it never did
   * @param p95 seconds within which 95 of 100 were done; null when it never did
   */
  public record Times(long all, long times, Double median, Double p95) {}
}
