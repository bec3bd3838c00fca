package hallmonitor.moderation.console.register;

import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.register.RegisterSync;
import hallmonitor.settings.district.District;
import hallmonitor.settings.yaml.WatchedFile;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives connected accounts their entries, after the start and after each change of the file. */
@ApplicationScoped
public class RegisterJob {
  private final RegisterSync sync;
  private final LiveRules rules;
  private volatile String done = "";

  RegisterJob(RegisterSync sync, LiveRules rules) {
    this.sync = sync;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.register.sync-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void follow() {
    WatchedFile.Version<District> file = rules.district().current();
    if (!file.version().equals(done)) {
      sync.run(file.value());
      done = file.version();
    }
  }
}
