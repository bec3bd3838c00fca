package hallmonitor.notifier.evidence;

import hallmonitor.notifier.evidence.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The evidence parts in their own process, so that a test can kill them. */
final class SealingProcess {
  private SealingProcess() {}

  static Process start(LedgerRoom room, Path folder) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SealingProcess.class.getName(),
                room.jdbcUrl(),
                LedgerRoom.password(),
                folder.toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] args) throws InterruptedException {
    EvidenceAtWork.start(
        Jdbi.create(args[0], "notifier", args[1]),
        Path.of(args[2]),
        new Checkpoints.Pace(10, Duration.ofSeconds(1)));
    // Waits until it is killed, because its threads do not keep the process alive.
    Thread.currentThread().join();
  }
}
