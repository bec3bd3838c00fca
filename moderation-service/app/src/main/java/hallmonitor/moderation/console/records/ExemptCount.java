package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.RetentionExemption;
import hallmonitor.moderation.wording.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Number of records that stay for one reason. */
public record ExemptCount(RetentionExemption why, long n) {
  static List<ExemptCount> of(Map<RetentionExemption, Long> counts) {
    return counts.entrySet().stream()
        .map(e -> new ExemptCount(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(ExemptCount::why))
        .toList();
  }

  /** Returns a phrase that continues "records". */
  public Sentence getWords() {
    return switch (why) {
      case HOLD -> Sentence.of("under a hold");
      case EVIDENCE -> Sentence.of("with evidence, or escalated");
      case OPEN_CASE -> Sentence.of("with an open case, or a request that is not closed");
      case UNDER_WAY -> Sentence.of("with an action or reply that is still pending");
      case APPEAL -> Sentence.of("with an open appeal");
      case BLOCK -> Sentence.of("whose author is blocked, or proposed to be");
      case SAMPLE -> Sentence.of("drawn for the quality check and not answered yet");
      case YOUNGER -> Sentence.of("edited, checked, or decided on that day or later");
      case UNCOUNTED -> Sentence.of("from days that the reports have not counted yet");
    };
  }
}
