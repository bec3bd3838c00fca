package hallmonitor.moderation.console.home;

import hallmonitor.moderation.console.home.HomeFigures.AlarmCounts;
import hallmonitor.moderation.console.home.HomeFigures.Waited;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the home page, in words.
 *
 * @param open open cases: urgent, soon, danger lane, low priority
 * @param answered median wait of escalations; empty if none was answered this week
 * @param decided median wait of cases; empty if none was decided this week
 * @param real share of answered alarms that were real; empty if too few were answered to say
 */
public record HomeView(
    List<String> open,
    boolean anyUrgent,
    long overdue,
    String unconfirmed,
    String failed,
    String answered,
    Trend answeredTrend,
    String decided,
    Trend decidedTrend,
    String alarms,
    Trend alarmsTrend,
    String real,
    long answeredAlarms) {
  /** Fewer answers say nothing about the next alarm. */
  private static final long ENOUGH = 5;

  public HomeView {
    open = List.copyOf(open);
  }

  static HomeView of(HomeFigures figures) {
    HomeFigures.Open open = figures.open();
    AlarmCounts alarms = figures.alarms();
    return new HomeView(
        List.of(
            number(open.urgent()), number(open.soon()), number(open.lane()), number(open.low())),
        open.urgent() > 0,
        figures.overdue(),
        number(figures.unconfirmed()),
        number(figures.failed()),
        wait(figures.answered()),
        Trend.ofWaits(figures.answered().now(), figures.answered().before()),
        wait(figures.decided()),
        Trend.ofWaits(figures.decided().now(), figures.decided().before()),
        number(alarms.now()),
        Trend.ofCounts(alarms.before()),
        share(alarms),
        alarms.answered());
  }

  private static String wait(Waited waited) {
    @Nullable Double now = waited.now();
    return now == null ? "" : Waits.inWords(now);
  }

  private static String share(AlarmCounts alarms) {
    return alarms.answered() < ENOUGH
        ? ""
        : Math.round(100d * alarms.real() / alarms.answered()) + "%";
  }

  private static String number(long count) {
    return count > HomeQueries.MOST
        ? String.format(Locale.US, "%,d+", HomeQueries.MOST)
        : String.format(Locale.US, "%,d", count);
  }
}
