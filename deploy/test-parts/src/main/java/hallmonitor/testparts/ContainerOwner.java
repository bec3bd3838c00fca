package hallmonitor.testparts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;

/**
 * The process that started a container.
 *
 * @param host the machine's name: a Docker API may serve several machines
 * @param pid the process's number on it
 * @param started when the process started: numbers are reused
 */
record ContainerOwner(String host, long pid, Instant started) {
  static final String LABEL = "hallmonitor.test.owner";

  /**
   * The operating system derives the start from the machine's boot time, which shifts when the
   * clock is corrected.
   */
  private static final Duration SAME_START = Duration.ofSeconds(10);

  static ContainerOwner thisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return new ContainerOwner(hostName(), process.pid(), start(process));
  }

  /**
   * @param label as {@link #label()} wrote it
   */
  static ContainerOwner of(String label) {
    String[] parts = label.split("/");
    return new ContainerOwner(parts[0], Long.parseLong(parts[1]), Instant.parse(parts[2]));
  }

  String label() {
    return host + "/" + pid + "/" + started;
  }

  /** Returns whether the process was on this machine and no longer runs. */
  boolean isGone() {
    return host.equals(hostName()) && ProcessHandle.of(pid).filter(this::isTheSame).isEmpty();
  }

  private boolean isTheSame(ProcessHandle process) {
    return Duration.between(started, start(process)).abs().compareTo(SAME_START) < 0;
  }

  private static Instant start(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
