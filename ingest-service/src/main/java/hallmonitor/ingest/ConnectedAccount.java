package hallmonitor.ingest;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.ingest.account.AccountCheckpoint;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.CheckpointScan;
import hallmonitor.ingest.account.CredentialDestinations;
import hallmonitor.ingest.account.CredentialDestinations.Destination;
import hallmonitor.ingest.account.KafkaCommentLog;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.action.ActionListener;
import hallmonitor.ingest.action.ActionTable;
import hallmonitor.ingest.action.ActionWorker;
import hallmonitor.ingest.command.AccountControl;
import hallmonitor.ingest.command.AccountControls;
import hallmonitor.ingest.command.CredentialAnswer;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.DataPush;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.polling.AccountPoller;
import hallmonitor.ingest.polling.BackfillInterval;
import hallmonitor.ingest.polling.PollListener;
import hallmonitor.ingest.polling.PollState;
import hallmonitor.ingest.polling.PolledAccount;
import hallmonitor.ingest.polling.ReadingWish;
import hallmonitor.ingest.push.DeliveryWatch;
import hallmonitor.ingest.push.PushListener.Outcome;
import hallmonitor.ingest.push.PushTarget;
import hallmonitor.messaging.Worker;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A running account: its poller, its orders, and their shared request budget. */
final class ConnectedAccount implements AutoCloseable {
  /**
   * Dependencies shared by all accounts.
   *
   * @param deliveriesMissedAfter how long an account's deliveries may be missing while its comments
   *     arrive; absent if there is no endpoint for them
   */
  record Dependencies(
      Map<String, Object> kafka,
      CheckpointScan checkpoints,
      AccountSecrets secrets,
      CredentialDestinations destinations,
      ActionTable actions,
      double requestsPerSecond,
      InstantSource clock,
      PollListener pollListener,
      ActionListener actionListener,
      Runnable resultCommitted,
      AccountControls controls,
      Optional<Duration> deliveriesMissedAfter) {}

  private static final System.Logger LOG = System.getLogger(ConnectedAccount.class.getName());

  /** Longest wait for the current turn, which may be a request that the platform answers slowly. */
  private static final Duration POLLING_PATIENCE = Duration.ofSeconds(5);

  private final Account account;
  private final ZoneId zone;
  private final AccountControls controls;
  private final BackfillInterval backfillPace = new BackfillInterval();
  private final RateBudget budget;
  private final Connector connector;
  private final Optional<DeliveryWatch> deliveries;
  private final AccountPoller poller;
  private final Worker polling;
  private final ActionWorker orders;

  ConnectedAccount(Account account, ZoneId zone, Platform platform, Dependencies shared) {
    this.account = account;
    this.zone = zone;
    this.controls = shared.controls();
    this.budget =
        new RateBudget(
            shared.requestsPerSecond(), 2 * shared.requestsPerSecond(), System::nanoTime);
    this.connector =
        platform.connect(
            new Platform.Access(
                account.id(),
                account.baseUrl(),
                account.credential(),
                account.acts().stream()
                    .map(act -> Capability.valueOf(act.name()))
                    .collect(Collectors.toUnmodifiableSet()),
                shared
                    .secrets()
                    .sentTo(
                        Destination.of(account.platform(), account.baseUrl()),
                        shared.destinations()),
                budget));
    this.deliveries =
        shared
            .deliveriesMissedAfter()
            .map(mayTake -> new DeliveryWatch(account.id(), mayTake, shared.clock()));
    this.poller =
        new AccountPoller(
            new PolledAccount(
                account.id(),
                account.platform(),
                CommentSeen.Names.valueOf(account.names().name()),
                account.polling().floor(),
                account.polling().idle(),
                account.polling().backfillFrom(),
                zone),
            connector,
            new KafkaCommentLog(account.id(), shared.kafka(), shared.checkpoints()),
            budget,
            shared.clock(),
            deliveries.map(shared.pollListener()::and).orElse(shared.pollListener()),
            () -> controls.of(account.id()).wish());
    this.polling =
        new Worker("poll-" + account.id(), poller::turn).patience(POLLING_PATIENCE).atEnd(poller);
    this.orders =
        new ActionWorker(
            account.id(),
            connector,
            shared.actions(),
            budget,
            shared.clock(),
            shared.resultCommitted(),
            (order, result) -> {
              shared.actionListener().done(order, result);
              poller.acted(order.comment().id());
            });
  }

  ConnectedAccount start() {
    polling.start();
    orders.start();
    return this;
  }

  Account account() {
    return account;
  }

  /** Returns whether it is read with the file's current settings. */
  boolean follows(District district) {
    return zone.equals(district.timeZone())
        && district.account(account.id()).equals(Optional.of(account));
  }

  boolean alive() {
    return polling.alive() && orders.alive();
  }

  /** Returns how deliveries reach this account; empty if its platform sends none. */
  Optional<PushTarget> pushTarget() {
    return connector
        .push()
        .map(push -> new PushTarget(account.id(), account.platform(), push, this::readSoon));
  }

  private void readSoon() {
    deliveries.ifPresent(DeliveryWatch::delivered);
    if (poller.hint()) {
      polling.wake();
    }
  }

  /** Records the outcome of a request to this account's address. */
  void answered(Outcome outcome) {
    deliveries.ifPresent(watch -> watch.answered(outcome));
  }

  void wakeOrders() {
    orders.wake();
  }

  /** Asks the platform whether the credential is valid. Changes nothing there. */
  CredentialAnswer check() {
    if (budget.isEmpty()) {
      return new CredentialAnswer(
          false,
          "It was not tested: the platform wants to be left alone for %d s more. Test again then."
              .formatted(budget.untilAllowed(Use.DANGER).toSeconds() + 1));
    }
    try {
      connector.verifyAuth();
      connector.verifyActs();
      return new CredentialAnswer(
          true,
          connector.capabilities().isEmpty()
              ? "The account can be read; nothing can be done on its platform from here."
              : account.baseUrl() + " accepts the credential, and its user may moderate comments.");
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Throttled throttled) {
        throttled.holdReads(budget);
      }
      return new CredentialAnswer(false, e.fault().sentence());
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.ERROR, "the credential of " + account.id() + " was not tested", e);
      return new CredentialAnswer(
          false,
          "The test failed in a way that nobody foresaw (%s); this service's log says more."
              .formatted(e.getClass().getSimpleName()));
    }
  }

  AccountStatus status(int pendingActions, Instant now) {
    PollState state = poller.state();
    AccountControl control = controls.of(account.id());
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
        state.backfill().map(b -> backfill(b, control.wish(), now)),
        state.fault().or(connector::warning),
        now,
        control.paused(),
        control.outcomes(),
        connector.allowance(),
        missed(),
        state.edits());
  }

  /** If only deliveries can be read, no comment arrives without one. */
  private Optional<AccountStatus.MissedDeliveries> missed() {
    return connector
        .push()
        .filter(push -> !(push instanceof DataPush))
        .flatMap(push -> deliveries.flatMap(watch -> watch.missed(push.ready())));
  }

  private AccountStatus.Backfill backfill(
      AccountCheckpoint.Backfill at, ReadingWish wish, Instant now) {
    boolean running = !wish.paused() && !wish.backfillStopped();
    return new AccountStatus.Backfill(
        at.done(),
        at.total(),
        at.reachedBack(),
        at.finished(),
        Optional.of(at.from()),
        wish.backfillStopped() && !at.finished(),
        backfillPace.end(Optional.of(at), running, now));
  }

  @Override
  public void close() {
    polling.close();
    orders.close();
  }
}
