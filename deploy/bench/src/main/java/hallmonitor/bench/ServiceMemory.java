package hallmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The physical memory of a service that this process started. */
public final class ServiceMemory {
  private ServiceMemory() {}

  /** Returns its resident memory in MB, as Linux tells it; 0 elsewhere. */
  public static long megabytes(String service) {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                Programs.service(process.info().commandLine().orElse(""))
                    .filter(service::equals)
                    .isPresent())
        .mapToLong(process -> kilobytes(process.pid()) >> 10)
        .sum();
  }

  private static long kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0; // the process has ended, or this is not Linux
    }
  }
}
