package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.finding.stance.StanceRules;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.store.archive.DayCounts;
import hallmonitor.settings.district.District;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts judgments for reports: today every few minutes, each day again when it is over, and older
 * archives in the background. The hot path is not involved.
 */
@ApplicationScoped
public class DayCountJob {
  private static final System.Logger LOG = System.getLogger(DayCountJob.class.getName());

  /** A long archive is counted in several rounds, so that it does not delay a shutdown. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

  private final Jdbi database;
  private final LiveRules rules;
  private boolean failing;

  DayCountJob(Jdbi database, LiveRules rules) {
    this.database = database;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.reports.count-every}",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void round() {
    try {
      count();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, "reports are not counted; it is tried again", e);
      }
      failing = true;
    }
  }

  /** Counts what is due, the newest days first, for at most half a minute. */
  public void count() {
    long began = System.nanoTime();
    DayCounts counts = counts(rules.district().current().value());
    Instant now = Instant.now();
    counts.openAgain();
    List<LocalDate> due = counts.due(now);
    if (due.isEmpty()) {
      counts.nothingNew(now);
    }
    for (LocalDate day : due) {
      if (System.nanoTime() - began > LONGEST_ROUND.toNanos()) {
        return;
      }
      counts.count(day, Instant.now());
    }
  }

  private DayCounts counts(District district) {
    StanceRules stance = new StanceRules(DistrictNames.of(district));
    return new DayCounts(
        database,
        district.timeZone(),
        stance::of,
        account -> district.account(account).map(District.Account::building));
  }
}
