package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.function.Function;

/** The charts of a report. */
final class Charts {
  private Charts() {}

  static Chart judged(List<DayVolume> buckets) {
    return chart(List.of(Sentence.of("Checked")), buckets, v -> List.of(v.judged()));
  }

  static Chart answers(List<DayVolume> buckets) {
    return chart(
        List.of(Sentence.of("Sent to review"), Sentence.of("Hidden"), Sentence.of("Escalated")),
        buckets,
        v -> List.of(v.reviewed(), v.hidden(), v.escalated()));
  }

  private static Chart chart(
      List<Sentence> names, List<DayVolume> buckets, Function<DayVolume, List<Long>> values) {
    return new Chart(
        names,
        buckets.stream()
            .map(v -> new Chart.Bar(ShortDay.of(v.day(), ReaderLanguage.locale()), values.apply(v)))
            .toList());
  }
}
