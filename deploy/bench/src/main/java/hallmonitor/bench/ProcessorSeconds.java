package hallmonitor.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor time of everything that a stack runs, by program. */
public final class ProcessorSeconds {
  /**
   * This process, which sends the load, and holds the broker, the practice pages and the mailbox.
   */
  public static final String SELF = "broker, sender, practice page, mailbox";

  public static final String POSTGRES = "PostgreSQL";

  private final long database;
  private final Map<String, Duration> before;

  /**
   * Begins to count.
   *
   * @param database the first process of PostgreSQL, which is not a child of this one
   */
  public ProcessorSeconds(long database) {
    this.database = database;
    this.before = now();
  }

  /** Returns the seconds since the beginning. */
  public Map<String, Double> seconds() {
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
      return SELF;
    }
    String line = process.info().commandLine().orElse("");
    return line.contains("postgres") ? POSTGRES : Programs.service(line).orElse("other");
  }
}
