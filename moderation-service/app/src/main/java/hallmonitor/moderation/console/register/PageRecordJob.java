package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.store.register.RegisterRecords;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts on record what was read on the pages, whenever it differs from what is on record. */
@ApplicationScoped
public class PageRecordJob {
  private final AccountRegister register;
  private final RegisterRecords records;

  PageRecordJob(AccountRegister register, RegisterRecords records) {
    this.register = register;
    this.records = records;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void record() {
    for (RegisteredAccount account : register.all(Scope.EVERYWHERE, "")) {
      for (RegisterRecord news : account.unstored()) {
        records.addRead(
            news.entryId(),
            EnumCodes.read(AccountDemand.class, news.demand()),
            news.good(),
            news.seen(),
            news.onDay());
      }
    }
  }
}
