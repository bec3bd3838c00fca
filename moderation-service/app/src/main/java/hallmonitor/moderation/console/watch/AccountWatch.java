package hallmonitor.moderation.console.watch;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.watch.AccountTrouble;
import hallmonitor.moderation.casework.watch.AccountTroubles;
import hallmonitor.moderation.casework.watch.CommentPast;
import hallmonitor.moderation.casework.watch.SchoolTimes;
import hallmonitor.moderation.casework.watch.TroubleCause;
import hallmonitor.moderation.casework.watch.WatchRules;
import hallmonitor.moderation.casework.watch.WatchedAccount;
import hallmonitor.moderation.console.operations.AccountQueries;
import hallmonitor.moderation.console.watch.WatchQueries.Watched;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.settings.district.District;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares all accounts with what the district asks of their watch. */
@ApplicationScoped
public class AccountWatch {
  /** A shorter silence is never unusual, so nobody has to look at the past. */
  private static final Duration NEVER_UNUSUAL = Duration.ofDays(3);

  private final WatchQueries queries;
  private final AccountQueries accounts;
  private final TroubleStore store;
  private final WatchTime time;

  AccountWatch(WatchQueries queries, AccountQueries accounts, TroubleStore store, WatchTime time) {
    this.queries = queries;
    this.accounts = accounts;
    this.store = store;
    this.time = time;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.watch.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void look() {
    look(Instant.now());
  }

  void look(Instant now) {
    District district = time.district();
    List<String> ids = district.accounts().stream().map(District.Account::id).toList();
    queries.start(ids, now);
    Map<String, AccountStatus> reported = accounts.reported();
    WatchRules rules = time.rules();
    SchoolTimes schools = time.schools()::after;
    Map<String, List<AccountTrouble>> troubles = new HashMap<>();
    for (Watched watched : queries.of(ids)) {
      Optional<AccountStatus> status = Optional.ofNullable(reported.get(watched.account()));
      district
          .account(watched.account())
          .map(account -> account(account, watched, status, now))
          .ifPresent(
              known ->
                  troubles.put(watched.account(), AccountTroubles.of(known, rules, schools, now)));
    }
    store.set(troubles, now);
  }

  private WatchedAccount account(
      District.Account account, Watched watched, Optional<AccountStatus> status, Instant now) {
    boolean paused = status.flatMap(AccountStatus::paused).isPresent();
    return new WatchedAccount(
        EnumCodes.of(account.kind()),
        Optional.ofNullable(watched.waitingSince()),
        paused ? Set.of() : status.map(s -> faults(s, now)).orElse(Set.of()),
        paused ? Optional.empty() : past(watched, now));
  }

  private Optional<CommentPast> past(Watched watched, Instant now) {
    return Optional.ofNullable(watched.latest())
        .filter(latest -> latest.plus(NEVER_UNUSUAL).isBefore(now))
        .map(latest -> queries.past(watched.account(), latest));
  }

  private static Set<TroubleCause> faults(AccountStatus status, Instant now) {
    Set<TroubleCause> faults = EnumSet.noneOf(TroubleCause.class);
    if (status.state() == AccountStatus.State.SIGNED_OUT) {
      faults.add(TroubleCause.SIGNED_OUT);
    }
    if (status.state() == AccountStatus.State.UNREACHABLE) {
      faults.add(TroubleCause.UNREACHABLE);
    }
    boolean spent =
        status.allowance().filter(a -> a.hides() == 0 && a.until().isAfter(now)).isPresent();
    boolean slowed = status.state() == AccountStatus.State.THROTTLED && status.budgetLeft() <= 0;
    if (spent || slowed) {
      faults.add(TroubleCause.OUT_OF_BUDGET);
    }
    return faults;
  }
}
