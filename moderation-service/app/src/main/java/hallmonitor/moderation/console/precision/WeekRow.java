package hallmonitor.moderation.console.precision;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.precision.PrecisionFigures.CaseWeek;
import hallmonitor.moderation.console.reports.ShortDay;
import hallmonitor.moderation.statistics.Proportion;
import java.time.LocalDate;
import java.util.List;

/**
 * The cases that one clause opened within a week.
 *
 * @param week its Monday
 * @param told those that someone was notified of
 * @param lane those of the danger lane
 * @param reviewed those that a person must review, in all lanes
 * @param hidden those that the policy hid
 * @param confirmed those that a person called right, of those decided
 */
record WeekRow(
    LocalDate week,
    long cases,
    long told,
    long lane,
    long reviewed,
    long hidden,
    Proportion confirmed,
    long falseAlarms) {

  static WeekRow of(LocalDate week, List<CaseWeek> rows) {
    long decided = 0;
    long confirmed = 0;
    long cases = 0;
    long told = 0;
    long lane = 0;
    long reviewed = 0;
    long hidden = 0;
    long falseAlarms = 0;
    for (CaseWeek row : rows) {
      cases += row.cases();
      told += row.outcome().equals("escalate") ? row.cases() : 0;
      lane += row.lane();
      reviewed += row.outcome().equals("review") ? row.cases() : 0;
      hidden += row.hidden();
      decided += row.decided();
      confirmed += row.confirmed();
      falseAlarms += row.falseAlarms();
    }
    return new WeekRow(
        week, cases, told, lane, reviewed, hidden, new Proportion(confirmed, decided), falseAlarms);
  }

  /** Returns its Monday as people write it. */
  public String getDay() {
    return ShortDay.of(week, ReaderLanguage.locale());
  }

  /** Returns those that a person did not call right. */
  public long getRefuted() {
    return confirmed.whole() - confirmed.part();
  }

  public long getUndecided() {
    return cases - confirmed.whole();
  }
}
