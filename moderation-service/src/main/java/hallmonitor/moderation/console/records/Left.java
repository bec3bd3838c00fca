package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.LeftOut;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How many records stay for one reason. */
public record Left(LeftOut why, long n) {
  static List<Left> of(Map<LeftOut, Long> counts) {
    return counts.entrySet().stream()
        .map(e -> new Left(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(Left::why))
        .toList();
  }

  /** Goes on from "records". */
  public String getWords() {
    return switch (why) {
      case HOLD -> "under a hold";
      case EVIDENCE -> "with evidence, or escalated";
      case OPEN_CASE -> "with an open case";
      case UNDER_WAY -> "with an order or a reply that is not done yet";
      case APPEAL -> "with an appeal that is not decided";
      case BLOCK -> "whose author is blocked, or proposed to be";
      case SAMPLE -> "drawn for the quality check and not answered yet";
      case YOUNGER -> "edited, judged or decided on that day or later";
      case UNCOUNTED -> "judged on days that the reports have not counted yet";
    };
  }
}
