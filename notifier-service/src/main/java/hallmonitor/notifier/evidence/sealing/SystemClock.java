package hallmonitor.notifier.evidence.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.ledger.ClockTime;
import hallmonitor.notifier.evidence.ledger.SealedRecord.SealingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * This machine's clock, and whether it follows a time server, according to Linux's kernel through
 * systemd's {@code timedatectl} (https://www.freedesktop.org/software/systemd/man/timedatectl.html)
 * or systemd-timesyncd's marker file. On other systems the answer is unknown.
 */
public final class SystemClock {
  static final String UNKNOWN = "unknown";
  private static final Path TIMESYNCD = Path.of("/run/systemd/timesync/synchronized");

  private final InstantSource clock;
  private final String name = "the notifier on " + host();
  private volatile String synchronised = UNKNOWN;

  public SystemClock(InstantSource clock) {
    this.clock = clock;
  }

  SealingClock read() {
    return new SealingClock(new ClockTime(clock.instant(), name), synchronised);
  }

  /** Queries the system again; takes up to two seconds, so sealing never waits for it. */
  public void refresh() {
    synchronised = ask();
  }

  private static String ask() {
    try {
      Process process =
          new ProcessBuilder("timedatectl", "show", "--property=NTPSynchronized", "--value")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return UNKNOWN;
      }
      String answer = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (process.exitValue() == 0 && (answer.equals("yes") || answer.equals("no"))) {
        return answer;
      }
    } catch (IOException e) {
      // no systemd
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Files.exists(TIMESYNCD) ? "yes" : UNKNOWN;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a machine without a name";
    }
  }
}
