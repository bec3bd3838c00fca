package hallmonitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import hallmonitor.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a figure depends on beside the options: the machine, the versions and the commit. */
final class MeasuredOn {
  private static final String UNKNOWN = "unknown";
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private MeasuredOn() {}

  /**
   * Returns it by name.
   *
   * @param began when the measurement began
   * @param stack whether PostgreSQL and Kafka run
   */
  static Map<String, Object> now(Instant began, boolean stack) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("date", began.truncatedTo(ChronoUnit.SECONDS).toString());
    Optional<String> commit = git("rev-parse", "--short", "HEAD");
    all.put("commit", commit.orElse(UNKNOWN)); // a source archive has none
    git("status", "--porcelain", "--untracked-files=no")
        .ifPresent(files -> all.put("changed", !files.isEmpty()));
    all.put("system", System.getProperty("os.name"));
    all.put("cpu", processor());
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("memoryMegabytes", memory() >> 20);
    all.put("java", System.getProperty("java.version"));
    if (stack) {
      all.put("postgresql", EmbeddedDatabase.version());
      all.put("kafka", AppInfoParser.getVersion());
    }
    return all;
  }

  /** Returns the model of the first processor, which only Linux tells in a file. */
  private static String processor() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return UNKNOWN;
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(UNKNOWN);
    }
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /** Returns what git says; nothing outside a checkout and without git. */
  private static Optional<String> git(String... arguments) throws IOException {
    try {
      Process git =
          new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
      return git.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
    } catch (InterruptedException e) {
      throw new IOException("interrupted while git named the commit", e);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
