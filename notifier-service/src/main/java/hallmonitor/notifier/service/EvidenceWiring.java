package hallmonitor.notifier.service;

import hallmonitor.messaging.Database;
import hallmonitor.notifier.Notifier;
import hallmonitor.notifier.evidence.attachment.AttachmentQuota;
import hallmonitor.notifier.evidence.checkpoint.Checkpoints;
import hallmonitor.notifier.evidence.keeping.EvidenceKeeping;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts the evidence parts after the notifier, and stops them after it. */
@ApplicationScoped
public class EvidenceWiring {
  private static final System.Logger LOG = System.getLogger(EvidenceWiring.class.getName());

  /** Observers without a priority, such as the notifier's, have 2500. */
  private static final int AFTER_THE_NOTIFIER = 3_000;

  private volatile @Nullable EvidenceKeeping evidence;

  void start(
      @Observes @Priority(AFTER_THE_NOTIFIER) StartupEvent event,
      NotifierWiring wiring,
      NotifierSettings notifierSettings,
      EvidenceSettings settings,
      DataSource dataSource,
      MeterRegistry meters) {
    Optional<Notifier> notifier = wiring.notifier();
    EvidenceKeeping keeping =
        new EvidenceKeeping(
                Database.of(dataSource),
                new EvidenceKeeping.Settings(
                    notifierSettings.secretsDir(),
                    settings.checkpointsDir(),
                    new Checkpoints.Pace(settings.checkpointRecords(), settings.checkpointEvery()),
                    settings.timeStampUrl(),
                    settings.attachmentBytes(),
                    settings.attachmentTime(),
                    new AttachmentQuota(
                        settings.attachmentBytesOfCase(),
                        settings.attachmentBytesOfDay(),
                        settings.attachmentFreeBytes(),
                        () -> settings.checkpointsDir().toFile().getUsableSpace()),
                    settings.packageBytes()),
                wiring::district,
                InstantSource.system(),
                meters,
                () -> notifier.ifPresent(Notifier::wakeRelay))
            .start();
    evidence = keeping;
    notifier.ifPresent(n -> n.whenEvidenceWaits(keeping::wake));
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everySecond() {
    EvidenceKeeping running = evidence;
    if (running == null) {
      return;
    }
    try {
      running.measure();
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "what waits before the seal cannot be measured",
          e); // the sealer's fault reports it
    }
  }

  void stop(@Observes @Priority(AFTER_THE_NOTIFIER) ShutdownEvent event) {
    evidence().ifPresent(EvidenceKeeping::close);
  }

  Optional<EvidenceKeeping> evidence() {
    return Optional.ofNullable(evidence);
  }
}
