package hallmonitor.ingest;

import hallmonitor.contract.district.District.Account;
import hallmonitor.contract.event.AccountStatus;
import hallmonitor.ingest.account.KafkaCommentLog;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.Secrets;
import hallmonitor.ingest.action.ActionListener;
import hallmonitor.ingest.action.ActionTable;
import hallmonitor.ingest.action.ActionWorker;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.polling.AccountPoller;
import hallmonitor.ingest.polling.PollListener;
import hallmonitor.ingest.polling.PollState;
import hallmonitor.ingest.polling.PolledAccount;
import hallmonitor.ingest.polling.PollerThread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** One account at work: its poller, its orders, their common budget. */
final class ConnectedAccount implements AutoCloseable {
  /** What all accounts share. */
  record Surroundings(
      Map<String, Object> kafka,
      Secrets secrets,
      ActionTable actions,
      double requestsPerSecond,
      InstantSource clock,
      PollListener pollListener,
      ActionListener actionListener,
      Runnable resultCommitted) {}

  private final Account account;
  private final RateBudget budget;
  private final Connector connector;
  private final AccountPoller poller;
  private final PollerThread polling;
  private final ActionWorker orders;

  ConnectedAccount(Account account, Platform platform, Surroundings around) {
    this.account = account;
    this.budget =
        new RateBudget(
            around.requestsPerSecond(), 2 * around.requestsPerSecond(), System::nanoTime);
    this.connector =
        platform.connect(
            new Platform.Access(
                account.id(), account.baseUrl(), account.credential(), around.secrets(), budget));
    this.poller =
        new AccountPoller(
            new PolledAccount(
                account.id(),
                account.platform(),
                account.polling().floor(),
                account.polling().idle(),
                account.polling().backfillFrom()),
            connector,
            new KafkaCommentLog(account.id(), around.kafka()),
            budget,
            around.clock(),
            around.pollListener());
    this.polling = new PollerThread(account.id(), poller);
    this.orders =
        new ActionWorker(
            account.id(),
            connector,
            around.actions(),
            budget,
            around.clock(),
            around.resultCommitted(),
            around.actionListener());
  }

  ConnectedAccount start() {
    polling.start();
    orders.start();
    return this;
  }

  Account account() {
    return account;
  }

  boolean alive() {
    return polling.alive() && orders.alive();
  }

  void wakeOrders() {
    orders.wake();
  }

  AccountStatus status(int pendingActions, Instant now) {
    PollState state = poller.state();
    return new AccountStatus(
        account.id(),
        account.platform(),
        account.name(),
        state.state(),
        connector.capabilities().stream().sorted().map(Capability::word).toList(),
        state.lastPolledAt(),
        state.lastCommentAt(),
        state.lagMillis(now),
        budget.left(),
        pendingActions,
        state
            .backfill()
            .map(
                b ->
                    new AccountStatus.Backfill(b.done(), b.total(), b.reachedBack(), b.finished())),
        state.fault(),
        now);
  }

  @Override
  public void close() {
    polling.close();
    orders.close();
  }
}
