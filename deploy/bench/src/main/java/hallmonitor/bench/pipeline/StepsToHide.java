package hallmonitor.bench.pipeline;

import hallmonitor.bench.OrderedHides;
import hallmonitor.bench.TypedToHidden;
import hallmonitor.system.ServiceTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the time goes until danger is hidden, by what the archive says of it. */
final class StepsToHide {
  /** When a comment was read, judged and sealed. */
  public record Archived(String comment, Instant read, Instant judged, Instant sealed) {}

  private final ServiceTables archive;
  private final Map<String, List<Long>> steps = new LinkedHashMap<>();

  private StepsToHide(ServiceTables archive) {
    this.archive = archive;
  }

  /** Returns for each step how many milliseconds each threat took that was typed and hidden. */
  static Map<String, List<Long>> ofTyped(
      ServiceTables archive, List<TypedToHidden.Hidden> threats) {
    StepsToHide steps = new StepsToHide(archive);
    Map<String, Archived> archived =
        steps.archived(threats.stream().map(t -> String.valueOf(t.comment())).toList());
    for (TypedToHidden.Hidden threat : threats) {
      Archived times = archived.get(String.valueOf(threat.comment()));
      if (times != null && !threat.isLate()) {
        Instant typed = threat.hiddenAt().minusMillis(threat.millis());
        steps.put("typed to read", typed, times.read());
        steps.put("read to judged", times.read(), times.judged());
        steps.put("judged to sealed", times.judged(), times.sealed());
        steps.put("sealed to hidden", times.sealed(), threat.hiddenAt());
        steps.put("read to hidden", times.read(), threat.hiddenAt());
      }
    }
    return steps.steps;
  }

  /**
   * Returns for each step how many milliseconds each comment took that was sent, with evidence that
   * is sealed first.
   *
   * @param sent when, by the comment's id and {@link System#nanoTime}
   */
  static Map<String, List<Long>> ofSent(
      ServiceTables archive, Map<String, Long> sent, Map<String, OrderedHides.Hide> ordered) {
    StepsToHide steps = new StepsToHide(archive);
    long nanos = System.nanoTime();
    Instant now = Instant.now();
    Map<String, Archived> archived =
        steps.archived(
            ordered.entrySet().stream()
                .filter(hide -> hide.getValue().ofDanger())
                .map(Map.Entry::getKey)
                .toList());
    ordered.forEach(
        (comment, hide) -> {
          Archived times = archived.get(comment);
          Long sentAt = sent.get(comment);
          if (times != null && sentAt != null) {
            steps.put("sent to judged", now.minusNanos(nanos - sentAt), times.judged());
            steps.put("judged to sealed", times.judged(), times.sealed());
            steps.put("sealed to ordered", times.sealed(), now.minusNanos(nanos - hide.readAt()));
          }
        });
    return steps.steps;
  }

  private void put(String step, Instant from, Instant until) {
    steps
        .computeIfAbsent(step, s -> new ArrayList<>())
        .add(Duration.between(from, until).toMillis());
  }

  private Map<String, Archived> archived(List<String> comments) {
    if (comments.isEmpty()) {
      return Map.of();
    }
    return archive
        .all(
            """
            select r.comment_id as comment, min(r.observed_at) as read, min(r.judged_at) as judged, min(s.at) as sealed
              from revision r
              join review_case c on c.account = r.account and c.comment_id = r.comment_id
              join evidence_seal s on s.case_id = c.case_id
             where r.kind = 'created' and r.comment_id in (%s)
             group by 1"""
                .formatted(
                    comments.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", "))),
            Archived.class)
        .stream()
        .collect(Collectors.toMap(Archived::comment, a -> a));
  }
}
