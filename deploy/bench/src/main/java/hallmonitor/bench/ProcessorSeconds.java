package hallmonitor.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    Map<String, Integer> services = new HashMap<>();
    ProcessHandle self = ProcessHandle.current();
    ProcessHandle postgres = ProcessHandle.of(database).orElseThrow();
    Stream.of(Stream.of(self), self.descendants(), Stream.of(postgres), postgres.descendants())
        .flatMap(processes -> processes)
        .distinct()
        .sorted()
        .forEach(
            process -> {
              Optional<Duration> time = process.info().totalCpuDuration();
              if (time.isPresent()) {
                times.merge(name(process, self, services), time.get(), Duration::plus);
              }
            });
    return times;
  }

  /** Several processes of one service each have a number, in the order of their ids. */
  private static String name(
      ProcessHandle process, ProcessHandle self, Map<String, Integer> services) {
    if (process.equals(self)) {
      return SELF;
    }
    String line = process.info().commandLine().orElse("");
    if (line.contains("postgres")) {
      return POSTGRES;
    }
    return Programs.service(line)
        .map(
            service -> {
              int number = services.merge(service, 1, Integer::sum);
              return number == 1 ? service : service + " " + number;
            })
        .orElse("other");
  }
}
