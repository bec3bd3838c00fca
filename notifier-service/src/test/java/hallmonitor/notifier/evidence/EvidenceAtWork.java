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

/** The evidence parts as the service starts them, with a folder of the test's own. */
public final class EvidenceAtWork {
  /** The checkpoints that tests write are from long ago, so a usual time would be over. */
  private static final Checkpoints.Pace NEVER =
      new Checkpoints.Pace(1_000, Duration.ofDays(36_500));

  private static final long PACKAGE_BYTES = 1_000_000;

  private EvidenceAtWork() {}

  /** Starts them; they sign nothing while a test runs. */
  public static EvidenceKeeping start(LedgerRoom room, Path data) {
    return start(room, data, PACKAGE_BYTES);
  }

  /** Starts them with another limit of a package, in bytes. */
  public static EvidenceKeeping start(LedgerRoom room, Path data, long packageBytes) {
    return start(room.database, data, NEVER, packageBytes);
  }

  static EvidenceKeeping start(Jdbi database, Path data, Checkpoints.Pace pace) {
    return start(database, data, pace, PACKAGE_BYTES);
  }

  private static EvidenceKeeping start(
      Jdbi database, Path data, Checkpoints.Pace pace, long packageBytes) {
    return new EvidenceKeeping(
            database,
            new EvidenceKeeping.Settings(
                data.resolve("secrets"),
                data.resolve("evidence/checkpoints"),
                pace,
                Optional.empty(),
                1_000,
                Duration.ofSeconds(1),
                new AttachmentQuota(1_000, 1_000, 0, () -> Long.MAX_VALUE),
                packageBytes),
            Districts::cedarFalls,
            InstantSource.system(),
            new SimpleMeterRegistry(),
            () -> {})
        .start();
  }
}
