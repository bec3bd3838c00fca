package hallmonitor.bench.pipeline;

import hallmonitor.bench.TypedToHidden;
import hallmonitor.system.ServiceTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the time of a threat goes, by what the archive says of it. */
final class StepsOfThreats {
  /** When a threat was read, judged and sealed. */
  public record Archived(int comment, Instant read, Instant judged, Instant sealed) {}

  private StepsOfThreats() {}

  /** Returns for each step how many milliseconds each threat took. */
  static Map<String, List<Long>> of(ServiceTables archive, List<TypedToHidden.Hidden> threats) {
    Map<String, List<Long>> steps = new LinkedHashMap<>();
    if (threats.isEmpty()) {
      return steps;
    }
    Map<Integer, Archived> archived = archived(archive, threats);
    for (TypedToHidden.Hidden threat : threats) {
      Archived times = archived.get(threat.comment());
      if (times != null) {
        Instant typed = threat.hiddenAt().minusMillis(threat.millis());
        put(steps, "typed to read", typed, times.read());
        put(steps, "read to judged", times.read(), times.judged());
        put(steps, "judged to sealed", times.judged(), times.sealed());
        put(steps, "sealed to hidden", times.sealed(), threat.hiddenAt());
        put(steps, "read to hidden", times.read(), threat.hiddenAt());
      }
    }
    return steps;
  }

  private static void put(Map<String, List<Long>> steps, String step, Instant from, Instant until) {
    steps
        .computeIfAbsent(step, s -> new ArrayList<>())
        .add(Duration.between(from, until).toMillis());
  }

  private static Map<Integer, Archived> archived(
      ServiceTables archive, List<TypedToHidden.Hidden> threats) {
    String ids =
        threats.stream().map(t -> "'" + t.comment() + "'").collect(Collectors.joining(", "));
    return archive
        .all(
            """
            select cast(r.comment_id as integer) as comment, min(r.observed_at) as read,
                   min(r.judged_at) as judged, min(s.at) as sealed
              from revision r
              join review_case c on c.account = r.account and c.comment_id = r.comment_id
              join evidence_seal s on s.case_id = c.case_id
             where r.kind = 'created' and r.comment_id in (%s)
             group by 1"""
                .formatted(ids),
            Archived.class)
        .stream()
        .collect(Collectors.toMap(Archived::comment, a -> a));
  }
}
