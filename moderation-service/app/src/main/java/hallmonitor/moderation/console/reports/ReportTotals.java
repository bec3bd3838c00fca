package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.reports.ReportFigures.CaseFigures;
import hallmonitor.moderation.console.reports.ReportFigures.Escalated;
import hallmonitor.moderation.console.reports.ReportFigures.Times;
import java.util.List;

/**
 * A period in a few numbers.
 *
 * @param judged comments and edits
 * @param allowed those of them that were simply allowed
 * @param hidden cases that the policy hid, with those that it also reported
 * @param reported those of them that it also reported
 * @param overturned those of them that a person restored
 * @param alarms escalations raised
 * @param falseAlarms those of them that a person called false
 * @param answer how long the first answer to an escalation took
 */
record ReportTotals(
    long judged,
    long allowed,
    long hidden,
    long reported,
    long overturned,
    long alarms,
    long falseAlarms,
    Times answer) {

  static ReportTotals of(
      List<DayVolume> volumes, List<CaseFigures> cases, List<Escalated> escalations, Times answer) {
    CaseFigures all = cases.stream().reduce(CaseFigures.none(), CaseFigures::and);
    return new ReportTotals(
        volumes.stream().mapToLong(DayVolume::judged).sum(),
        volumes.stream().mapToLong(DayVolume::allowed).sum(),
        all.automatic(),
        all.reported(),
        all.overturned(),
        escalations.stream().mapToLong(Escalated::raised).sum(),
        escalations.stream().mapToLong(Escalated::falseAlarms).sum(),
        answer);
  }
}
