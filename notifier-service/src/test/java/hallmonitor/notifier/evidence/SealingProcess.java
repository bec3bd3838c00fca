package hallmonitor.notifier.evidence;

import hallmonitor.notifier.Districts;
import hallmonitor.notifier.evidence.attachment.AttachmentQuota;
import hallmonitor.notifier.evidence.checkpoint.Checkpoints;
import hallmonitor.notifier.evidence.keeping.EvidenceKeeping;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The evidence parts in their own process, so that a test can kill them. */
final class SealingProcess {
  private SealingProcess() {}

  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args[2]);
    new EvidenceKeeping(
            Jdbi.create(args[0], "notifier", args[1]),
            new EvidenceKeeping.Settings(
                folder.resolve("secrets"),
                folder.resolve("checkpoints"),
                new Checkpoints.Pace(10, Duration.ofSeconds(1)),
                Optional.empty(),
                1_000,
                Duration.ofSeconds(1),
                new AttachmentQuota(1_000, 1_000, 0, () -> Long.MAX_VALUE)),
            Districts::cedarFalls,
            InstantSource.system(),
            new SimpleMeterRegistry(),
            () -> {})
        .start();
    // Waits until it is killed, because its threads do not keep the process alive.
    Thread.currentThread().join();
  }
}
