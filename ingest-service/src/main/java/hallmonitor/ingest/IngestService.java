package hallmonitor.ingest;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.ingest.account.Ownership;
import hallmonitor.ingest.action.ActionTable;
import hallmonitor.ingest.command.AccountControls;
import hallmonitor.ingest.command.CredentialChecks;
import hallmonitor.ingest.connector.api.ApiPlatform.StoredToday;
import hallmonitor.ingest.credential.CredentialDesk;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.OutboxRelay;
import hallmonitor.messaging.Worker;
import hallmonitor.messaging.beat.SelfView;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.yaml.WatchedFile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Starts and stops all parts in order. Its own thread watches the district file and publishes
 * statuses.
 */
final class IngestService implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(IngestService.class.getName());

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long BETWEEN_CHECKPOINTS_NANOS = Duration.ofMinutes(1).toNanos();

  /** One of the tasks of the caretaker. */
  @FunctionalInterface
  private interface Duty {
    void run() throws Exception;
  }

  private final WatchedFile<District> district;
  private final Accounts accounts;
  private final Ownership ownership;
  private final PipelineLag lag;
  private final BatchReader orders;
  private final BatchReader commands;
  private final AccountControls standings;
  private final CredentialChecks checks;
  private final CredentialDesk credentials;
  private final OutboxRelay results;
  private final ActionTable actions;
  private final StatusPublisher statuses;
  private final IngestMetrics metrics;
  private final Supplier<List<StoredToday>> delivered;
  private final LostCheckpoints lostCheckpoints;
  private final InstantSource clock;
  private final Instant startedAt;
  private final Worker caretaker = new Worker("caretaker", this::takeCare).patience(PATIENCE);
  private Map<String, Integer> pending = Map.of();
  private long checkpointsSeen = System.nanoTime() - BETWEEN_CHECKPOINTS_NANOS;
  private volatile Optional<Instant> lastReadAt = Optional.empty();

  IngestService(
      WatchedFile<District> district,
      Accounts accounts,
      Ownership ownership,
      PipelineLag lag,
      BatchReader orders,
      BatchReader commands,
      AccountControls standings,
      CredentialChecks checks,
      CredentialDesk credentials,
      OutboxRelay results,
      ActionTable actions,
      StatusPublisher statuses,
      IngestMetrics metrics,
      Supplier<List<StoredToday>> delivered,
      LostCheckpoints lostCheckpoints,
      InstantSource clock) {
    this.lostCheckpoints = lostCheckpoints;
    this.district = district;
    this.accounts = accounts;
    this.ownership = ownership;
    this.lag = lag;
    this.orders = orders;
    this.commands = commands;
    this.standings = standings;
    this.checks = checks;
    this.credentials = credentials;
    this.results = results;
    this.actions = actions;
    this.statuses = statuses;
    this.metrics = metrics;
    this.delivered = delivered;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  IngestService start() {
    results.start();
    orders.start();
    commands.start();
    lag.start();
    lookAfterCheckpoints();
    accounts.follow(district.current().value());
    district.onChange(
        version -> {
          accounts.follow(version.value());
          ownership.wake();
        });
    ownership.start();
    checks.start();
    credentials.start();
    caretaker.start();
    return this;
  }

  private Duration takeCare() {
    quietly("district.yaml cannot be followed", district::refresh);
    lookAfterCheckpoints();
    quietly("pending actions cannot be counted", () -> pending = actions.undone());
    quietly("orders without an account cannot be reported", this::reportOrphans);
    quietly("what was asked of accounts cannot be read", standings::refresh);
    quietly("what was delivered cannot be counted", () -> metrics.stored(delivered.get()));
    quietly("account statuses cannot be published", this::publishStatuses);
    return Worker.IDLE;
  }

  /** Before the first account is read, and each minute: a broker can be replaced meanwhile. */
  private void lookAfterCheckpoints() {
    if (System.nanoTime() - checkpointsSeen < BETWEEN_CHECKPOINTS_NANOS) {
      return;
    }
    checkpointsSeen = System.nanoTime();
    quietly(
        "the checkpoints' topic cannot be looked at",
        () ->
            lostCheckpoints.look(
                district.current().value().accounts().stream().map(Account::id).toList(),
                clock.instant()));
  }

  /** Reports orders for accounts that are not read, because they would otherwise wait unnoticed. */
  private void reportOrphans() {
    for (String account : pending.keySet()) {
      if (!accounts.works(account) && actions.report(account, absent(account), clock.instant())) {
        results.wake();
      }
    }
  }

  private static String absent(String account) {
    return "The account '%s' is not connected: put it back into district.yaml with a platform that has a connector, or act on the platform by hand."
        .formatted(account);
  }

  private void publishStatuses() {
    List<AccountStatus> now = accounts.statuses(pending, clock.instant());
    metrics.statuses(now);
    metrics.shared(accounts.owned(), lag.waiting());
    statuses.publish(now, accounts::works);
    lastReadAt = LatestRead.of(now, startedAt);
  }

  /** Returns what this service says of itself; asks neither the database nor the broker. */
  SelfView self() {
    List<Fault> faults = new ArrayList<>();
    dead().forEach(part -> faults.add(new Fault("service", "A part has ended: " + part + ".")));
    troubles().forEach(why -> faults.add(new Fault("service", why)));
    lostCheckpoints.alarm().ifPresent(why -> faults.add(new Fault("service", why)));
    return SelfView.of(lastReadAt, List.of(), faults);
  }

  /** Runs a task and logs its failure, so that one failing task does not stop the others. */
  private static void quietly(String trouble, Duty duty) {
    try {
      duty.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, trouble, e);
    }
  }

  /** Returns threads that ended unexpectedly. Only a restart brings them back. */
  List<String> dead() {
    List<String> dead = new ArrayList<>();
    if (!accounts.alive()) {
      dead.add("accounts");
    }
    if (!ownership.alive()) {
      dead.add("ownership");
    }
    if (!lag.alive()) {
      dead.add("pipeline lag");
    }
    if (!orders.alive()) {
      dead.add("orders");
    }
    if (!commands.alive()) {
      dead.add("commands");
    }
    if (!checks.alive()) {
      dead.add("credential checks");
    }
    if (!credentials.alive()) {
      dead.add("credentials");
    }
    if (!results.alive()) {
      dead.add("results");
    }
    if (!caretaker.alive()) {
      dead.add("caretaker");
    }
    return dead;
  }

  /** Returns temporary problems that keep this service from working. */
  List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    orders.fault().ifPresent(fault -> troubles.add("orders: " + fault));
    commands.fault().ifPresent(fault -> troubles.add("commands: " + fault));
    credentials.fault().ifPresent(fault -> troubles.add("credentials: " + fault));
    results.fault().ifPresent(fault -> troubles.add("results: " + fault));
    return troubles;
  }

  @Override
  public void close() {
    caretaker.close();
    orders.close();
    commands.close();
    checks.close();
    credentials.close();
    ownership.close();
    lag.close();
    results.close();
  }
}
