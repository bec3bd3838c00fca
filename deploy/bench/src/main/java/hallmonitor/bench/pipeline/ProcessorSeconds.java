package hallmonitor.bench.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor time of everything that a stack runs, by program. */
final class ProcessorSeconds {
  private final long database;
  private final Map<String, Duration> before;

  /**
   * Begins to count.
   *
   * @param database the first process of PostgreSQL, which is not a child of this one
   */
  ProcessorSeconds(long database) {
    this.database = database;
    this.before = now();
  }

  /** Returns the seconds since the beginning. */
  Map<String, Double> seconds() {
    Map<String, Double> seconds = new TreeMap<>();
    now()
        .forEach(
            (name, time) ->
                seconds.put(
                    name, time.minus(before.getOrDefault(name, Duration.ZERO)).toMillis() / 1e3));
    return seconds;
  }

  private Map<String, Duration> now() {
    Map<String, Duration> times = new TreeMap<>();
    ProcessHandle self = ProcessHandle.current();
    ProcessHandle postgres = ProcessHandle.of(database).orElseThrow();
    Stream.of(Stream.of(self), self.descendants(), Stream.of(postgres), postgres.descendants())
        .flatMap(processes -> processes)
        .distinct()
        .forEach(
            process ->
                process
                    .info()
                    .totalCpuDuration()
                    .ifPresent(time -> times.merge(name(process, self), time, Duration::plus)));
    return times;
  }

  private static String name(ProcessHandle process, ProcessHandle self) {
    if (process.equals(self)) {
      return "broker, sender, practice page, mailbox";
    }
    String line = process.info().commandLine().orElse("");
    for (String service :
        new String[] {"moderation-service", "ingest-service", "notifier-service"}) {
      if (line.contains(service)) {
        return service;
      }
    }
    return line.contains("postgres") ? "PostgreSQL" : "other";
  }
}
