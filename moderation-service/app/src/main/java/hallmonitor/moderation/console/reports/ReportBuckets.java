package hallmonitor.moderation.console.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The days, weeks or months of a span, as many as a chart can show, without gaps. */
final class ReportBuckets {
  /** More bars cannot be distinguished on a phone and would make the page large. */
  private static final int MOST_BARS = 60;

  /** The period of one bar. */
  enum Width {
    DAY,
    WEEK,
    MONTH
  }

  private ReportBuckets() {}

  static Width width(ReportPeriod span) {
    if (span.days() <= MOST_BARS) {
      return Width.DAY;
    }
    return span.days() <= MOST_BARS * 7 ? Width.WEEK : Width.MONTH;
  }

  /** Returns each with its first day, which may be before the span. */
  static List<DayVolume> of(ReportPeriod span, List<DayVolume> days) {
    UnaryOperator<LocalDate> start = start(width(span));
    Map<LocalDate, DayVolume> buckets = new TreeMap<>();
    for (LocalDate day = span.from(); !day.isAfter(span.to()); day = day.plusDays(1)) {
      buckets.computeIfAbsent(start.apply(day), DayVolume::none);
    }
    for (DayVolume day : days) {
      buckets.computeIfPresent(start.apply(day.day()), (first, sum) -> sum.and(day));
    }
    return new ArrayList<>(buckets.values());
  }

  private static UnaryOperator<LocalDate> start(Width width) {
    return switch (width) {
      case DAY -> day -> day;
      case WEEK -> day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day -> day.withDayOfMonth(1);
    };
  }
}
