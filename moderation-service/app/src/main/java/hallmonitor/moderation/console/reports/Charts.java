package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The charts of a report. */
final class Charts {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.US);

  private Charts() {}

  static Chart judged(List<DayVolume> buckets) {
    return chart(List.of(Sentence.of("Judged")), buckets, v -> List.of(v.judged()));
  }

  static Chart answers(List<DayVolume> buckets) {
    return chart(
        List.of(
            Sentence.of("Put before a person"), Sentence.of("Hidden"), Sentence.of("Escalated")),
        buckets,
        v -> List.of(v.reviewed(), v.hidden(), v.escalated()));
  }

  private static Chart chart(
      List<Sentence> names, List<DayVolume> buckets, Function<DayVolume, List<Long>> values) {
    return new Chart(
        names,
        buckets.stream()
            .map(
                v ->
                    new Chart.Bar(
                        DAY.withLocale(ReaderLanguage.locale()).format(v.day()), values.apply(v)))
            .toList());
  }
}
