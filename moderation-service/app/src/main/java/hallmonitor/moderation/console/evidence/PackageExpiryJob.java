package hallmonitor.moderation.console.evidence;

import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.store.evidence.EvidencePackages;
import hallmonitor.moderation.store.evidence.EvidenceVerifications;
import hallmonitor.moderation.store.export.ArchiveExports;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes what had its time: files of packages and exports, and what people wrote about them. */
@ApplicationScoped
public class PackageExpiryJob {
  private static final System.Logger LOG = System.getLogger(PackageExpiryJob.class.getName());

  private final EvidencePackages packages;
  private final EvidenceVerifications verifications;
  private final ArchiveExports exports;
  private boolean silent;

  PackageExpiryJob(
      EvidencePackages packages, EvidenceVerifications verifications, ArchiveExports exports) {
    this.packages = packages;
    this.verifications = verifications;
    this.exports = exports;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.evidence.forget-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void round() {
    boolean before = silent;
    silent = false;
    each(packages::forgetOld, before);
    each(verifications::forgetOld, before);
    each(exports::forgetOld, before);
  }

  /** What is wrong with one keeps no other. */
  private void each(Runnable forget, boolean told) {
    try {
      forget.run();
    } catch (RuntimeException e) {
      if (!told) {
        LOG.log(System.Logger.Level.WARNING, "old packages are not removed; trying on", e);
      }
      silent = true;
    }
  }
}
