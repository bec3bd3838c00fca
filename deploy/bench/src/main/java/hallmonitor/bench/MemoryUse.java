package hallmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the physical memory of this process and all its children, as Linux accounts it
 * (proportional set size).
 */
final class MemoryUse {
  private MemoryUse() {}

  /**
   * Returns megabytes by program, and their sum under {@code all}.
   *
   * @param database the first process of PostgreSQL, which is not a child of this one
   */
  static Map<String, Long> megabytes(long database) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    ProcessHandle self = ProcessHandle.current();
    ProcessHandle postgres = ProcessHandle.of(database).orElseThrow();
    Stream.of(Stream.of(self), self.descendants(), Stream.of(postgres), postgres.descendants())
        .flatMap(processes -> processes)
        .distinct()
        .forEach(process -> sizes.merge(name(process, self), kilobytes(process.pid()), Long::sum));
    sizes.replaceAll((name, kilobytes) -> kilobytes / 1024);
    sizes.put("all", sizes.values().stream().mapToLong(Long::longValue).sum());
    return sizes;
  }

  private static String name(ProcessHandle process, ProcessHandle self) {
    if (process.equals(self)) {
      return "launcher, broker, practice page, mailbox";
    }
    String line = commandLine(process.pid());
    for (String service :
        new String[] {"moderation-service", "ingest-service", "notifier-service"}) {
      if (line.contains(service)) {
        return service;
      }
    }
    return line.contains("postgres") ? "PostgreSQL" : "other";
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
    } catch (IOException e) {
      return "";
    }
  }

  private static long kilobytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0; // the process has ended
    }
  }
}
