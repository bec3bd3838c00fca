package hallmonitor.notifier.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets pass what has been wrong for long enough; what has not yet is not known. */
final class Lasting {
  private final Map<String, Long> wrongSince = new HashMap<>();

  List<WatchFinding> of(List<WatchFinding> findings, long nanos) {
    return findings.stream().map(finding -> of(finding, nanos)).toList();
  }

  private WatchFinding of(WatchFinding finding, long nanos) {
    if (!finding.isWrong()) {
      wrongSince.remove(finding.subject());
      return finding;
    }
    long since = wrongSince.computeIfAbsent(finding.subject(), subject -> nanos);
    return Duration.ofNanos(nanos - since).compareTo(finding.after()) >= 0
        ? finding
        : WatchFinding.unknown(finding.subject());
  }
}
