package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.reports.ReportTable.Cell;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The four numbers that lead a report, each with its trend. Pure. */
final class Headlines {
  private static final double PERCENT = 100;

  /** A smaller difference, in percent, is not shown as one. */
  private static final int SLIGHT = 1;

  private final ReportTotals now;
  private final ReportTotals before;
  private final long days;

  /**
   * Creates headlines.
   *
   * @param before the totals of as many days just before
   */
  Headlines(ReportTotals now, ReportTotals before, long days) {
    this.now = now;
    this.before = before;
    this.days = days;
  }

  List<Headline> all() {
    return List.of(judged(), hidden(), alarms(), answer());
  }

  private Headline judged() {
    return new Headline(
        Sentence.of("Comments checked"),
        count(now.judged()),
        now.judged() == 0
            ? Sentence.NONE
            : Sentence.of("{1}% allowed", share(now.allowed(), now.judged())),
        trend(now.judged(), before.judged()),
        "",
        "volumes");
  }

  private Headline hidden() {
    long alone = now.hidden() - now.reported();
    return new Headline(
        Sentence.of("Hidden automatically"),
        count(now.hidden()),
        now.hidden() == 0
            ? Sentence.NONE
            : Sentence.of(
                "{1} without and {2} with an escalation. People restored {3}.",
                alone, now.reported(), now.overturned()),
        trend(now.hidden(), before.hidden()),
        "",
        "clauses");
  }

  private Headline alarms() {
    return new Headline(
        Sentence.of("Escalations"),
        count(now.alarms()),
        now.alarms() == 0 ? Sentence.NONE : Sentence.of("{1} false alarms", now.falseAlarms()),
        trend(now.alarms(), before.alarms()),
        "",
        "clauses");
  }

  private Headline answer() {
    @Nullable Double median = now.answer().median();
    @Nullable Double was = before.answer().median();
    boolean both = median != null && was != null;
    double change = both ? PERCENT * (median - was) / Math.max(1, was) : 0;
    Sentence trend =
        !both
            ? Sentence.of("No earlier responses")
            : Math.abs(change) < SLIGHT
                ? Sentence.of("As fast as in the {1} days before", days)
                : Sentence.of(
                    "{1} in the {2} days before", Cell.seconds(was).shown().toString(), days);
    return new Headline(
        Sentence.of("Median time to answer"),
        Cell.seconds(median).shown().toString(),
        now.answer().all() == 0
            ? Sentence.NONE
            : Sentence.of(
                "{1} of {2} escalations answered", now.answer().times(), now.answer().all()),
        trend,
        change <= -SLIGHT ? "better" : change >= SLIGHT ? "worse" : "",
        "times");
  }

  private Sentence trend(long is, long was) {
    if (was == 0) {
      return Sentence.of("None in the {1} days before", days);
    }
    long change = Math.round(PERCENT * (is - was) / was);
    if (Math.abs(change) < SLIGHT) {
      return Sentence.of("As many as in the {1} days before", days);
    }
    return change > 0
        ? Sentence.of("{1}% more than in the {2} days before", change, days)
        : Sentence.of("{1}% fewer than in the {2} days before", -change, days);
  }

  private static long share(long part, long whole) {
    return Math.round(PERCENT * part / whole);
  }

  private static String count(long count) {
    return String.format(Locale.US, "%,d", count);
  }
}
