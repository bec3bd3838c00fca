package hallmonitor.ingest;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Paused;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.ingest.account.AccountCheckpoint;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.CheckpointScan;
import hallmonitor.ingest.account.CredentialDestinations;
import hallmonitor.ingest.account.CredentialDestinations.Destination;
import hallmonitor.ingest.account.KafkaCommentLog;
import hallmonitor.ingest.account.PlatformRest;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.account.Tenure;
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
import hallmonitor.ingest.polling.ProfilePictures;
import hallmonitor.ingest.polling.ReadingRequest;
import hallmonitor.ingest.push.DeliveryWatch;
import hallmonitor.ingest.push.PushListener.Outcome;
import hallmonitor.ingest.push.PushTarget;
import hallmonitor.ingest.stream.StreamAccount;
import hallmonitor.messaging.Worker;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A running account: its poller, its orders, and their shared request budget. */
final class ConnectedAccount implements AutoCloseable {
  /**
   * Dependencies shared by all accounts.
   *
   * @param historyWaits whether history waits because the pipeline lags
   * @param deliveriesMissedAfter how long an account's deliveries may stay away beside its
   *     comments; absent if there is no endpoint for them
   * @param pictures fetches what pages show; absent if that is turned off
   */
  record Dependencies(
      Map<String, Object> kafka,
      CheckpointScan checkpoints,
      AccountSecrets secrets,
      CredentialDestinations destinations,
      SealedCredentials credentials,
      ActionTable actions,
      double requestsPerSecond,
      InstantSource clock,
      PollListener pollListener,
      ActionListener actionListener,
      Runnable resultCommitted,
      AccountControls controls,
      BooleanSupplier historyWaits,
      Optional<Duration> deliveriesMissedAfter,
      Optional<SafeFetch> pictures) {
    /** Connects to an account that another instance owns: no request goes out. */
    Connector connect(Platform platform, Account account) {
      return connect(platform, account, new RateBudget(1, 1, System::nanoTime), () -> false);
    }

    private Connector connect(
        Platform platform, Account account, RateBudget budget, BooleanSupplier owned) {
      return platform.connect(
          new Platform.Access(
              account.id(),
              account.baseUrl(),
              account.credential(),
              account.acts().stream()
                  .map(act -> Capability.valueOf(act.name()))
                  .collect(Collectors.toUnmodifiableSet()),
              secrets.sentTo(
                  Destination.of(account.platform(), account.baseUrl()), destinations, credentials),
              budget,
              owned));
    }
  }

  private static final System.Logger LOG = System.getLogger(ConnectedAccount.class.getName());

  /** Longest wait for the current turn, which may be a request that the platform answers slowly. */
  private static final Duration POLLING_PATIENCE = Duration.ofSeconds(5);

  private final Account account;
  private final ZoneId zone;
  private final Tenure tenure;
  private final AccountControls controls;
  private final BooleanSupplier historyWaits;
  private final BackfillInterval backfillPace = new BackfillInterval();
  private final RateBudget budget;
  private final Connector connector;
  private final Optional<DeliveryWatch> deliveries;
  private final AccountPoller poller;
  private final Worker polling;
  private final ActionWorker orders;

  ConnectedAccount(
      Account account, ZoneId zone, Platform platform, Tenure tenure, Dependencies shared) {
    this.account = account;
    this.zone = zone;
    this.tenure = tenure;
    this.controls = shared.controls();
    this.historyWaits = shared.historyWaits();
    this.budget =
        new RateBudget(
            shared.requestsPerSecond(), 2 * shared.requestsPerSecond(), System::nanoTime);
    this.budget.goOnFrom(tenure.rest());
    this.connector = shared.connect(platform, account, budget, tenure::holds);
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
            new KafkaCommentLog(account.id(), shared.kafka(), shared.checkpoints(), tenure::holds),
            budget,
            shared.clock(),
            deliveries
                .map(shared.pollListener()::and)
                .orElse(shared.pollListener())
                .and(new CredentialIdentity(shared.credentials(), account.credential())),
            () -> historyWaits.getAsBoolean() ? wish().withoutHistory() : wish(),
            new ProfilePictures(shared.pictures(), account.baseUrl()));
    this.polling =
        new Worker("poll-" + account.id(), () -> tenure.holds() ? poller.turn() : Worker.IDLE)
            .patience(POLLING_PATIENCE)
            .atEnd(poller);
    this.orders =
        new ActionWorker(
                account.id(),
                connector,
                shared.actions(),
                tenure,
                budget,
                shared.clock(),
                shared.resultCommitted(),
                (order, result) -> {
                  shared.actionListener().done(order, result);
                  poller.acted(order.comment().id());
                })
            .haltedWhile(() -> controls.of(account.id()).paused().filter(Paused::acts).isPresent());
  }

  private ReadingRequest wish() {
    return controls.of(account.id()).wish();
  }

  ConnectedAccount start() {
    polling.start();
    orders.start();
    return this;
  }

  Account account() {
    return account;
  }

  /**
   * Returns whether it is read as the file says now.
   *
   * @param now by which right it may be read; null if by none
   */
  boolean follows(District district, @Nullable Tenure now) {
    return tenure.equals(now)
        && zone.equals(district.timeZone())
        && district.account(account.id()).equals(Optional.of(account));
  }

  boolean alive() {
    return polling.alive() && orders.alive();
  }

  /** Returns how deliveries reach this account; empty if its platform sends none. */
  Optional<PushTarget> pushTarget() {
    return connector
        .push()
        .map(push -> new PushTarget(account.id(), account.platform(), push, this::readSoon, true));
  }

  void readSoon() {
    deliveries.ifPresent(DeliveryWatch::delivered);
    hint();
  }

  private void hint() {
    if (poller.hint()) {
      polling.wake();
    }
  }

  /** Returns how this account hears its platform's stream; empty if its platform has none. */
  Optional<StreamAccount> streamAccount() {
    return connector.stream().map(stream -> new StreamAccount(account.id(), stream, this::hint));
  }

  /** Notes what became of a request to this account's address. */
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
    boolean held = tenure.holds();
    return new AccountStatus(
        account.id(),
        account.platform(),
        account.name(),
        held ? state.state() : AccountStatus.State.UNREACHABLE,
        connector.capabilities().stream().sorted().map(Capability::word).toList(),
        state.lastPolledAt(),
        state.lastCommentAt(),
        state.lagMillis(now),
        budget.left(),
        pendingActions,
        state.backfill().map(b -> backfill(b, control.wish(), now)),
        held ? state.fault().or(connector::warning) : Optional.of(Tenure.NOT_HELD),
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
      AccountCheckpoint.Backfill at, ReadingRequest wish, Instant now) {
    boolean waits = historyWaits.getAsBoolean() && !at.finished() && !wish.backfillStopped();
    boolean running = !wish.paused() && !wish.backfillStopped() && !waits;
    return new AccountStatus.Backfill(
        at.done(),
        at.total(),
        at.reachedBack(),
        at.finished(),
        Optional.of(at.from()),
        wish.backfillStopped() && !at.finished(),
        backfillPace.end(Optional.of(at), running, now),
        waits);
  }

  Tenure tenure() {
    return tenure;
  }

  /** Returns how long the platform wants to be left alone. */
  PlatformRest rest() {
    return budget.rest();
  }

  /** Begins nothing more; returns at once. */
  void askToEnd() {
    polling.askToEnd();
    orders.askToEnd();
  }

  @Override
  public void close() {
    polling.close();
    orders.close();
  }
}
