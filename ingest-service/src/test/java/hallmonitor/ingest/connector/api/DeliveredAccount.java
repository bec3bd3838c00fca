package hallmonitor.ingest.connector.api;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.push.PushEndpoint;
import hallmonitor.ingest.push.PushTarget;
import hallmonitor.ingest.push.PushTargets;
import hallmonitor.messaging.Database;
import hallmonitor.testparts.Parts;
import hallmonitor.testparts.TestPorts;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** An account of a system without a connector, with its database and the public endpoint. */
final class DeliveredAccount implements AutoCloseable {
  static final String KEY = "the key in use, of the portal";
  static final String NEXT_KEY = "the key after it, of the portal";
  private static final int PLENTY = 1_000_000;

  private final String id = "site-" + UUID.randomUUID();
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger woken = new AtomicInteger();
  private final DailyLimit limit;
  private final AtomicBoolean historyWaits = new AtomicBoolean();
  private final Jdbi database;
  private final PushEndpoint endpoint;
  private final URI address;
  private final Connector reader;

  DeliveredAccount() {
    this(PLENTY);
  }

  DeliveredAccount(int requestsPerMinute) {
    this(requestsPerMinute, limit(PLENTY));
  }

  /** Lets its system have so many rows stored in a day. */
  static DailyLimit limit(int rows) {
    return new DailyLimit(rows, Long.MAX_VALUE, InstantSource.system());
  }

  DeliveredAccount(DailyLimit limit) {
    this(PLENTY, limit);
  }

  private DeliveredAccount(int requestsPerMinute, DailyLimit limit) {
    this.limit = limit;
    var source = Parts.shared().dataSource(DatabaseRole.NOTIFIER);
    Flyway.configure().dataSource(source).defaultSchema("notifier").load().migrate();
    database = Database.of(source);
    int port = TestPorts.one();
    address = URI.create("http://127.0.0.1:" + port + "/push/" + id);
    reader = reader();
    PushTarget target =
        new PushTarget(id, "api", reader.push().orElseThrow(), woken::incrementAndGet, true);
    endpoint =
        new PushEndpoint(
                vertx,
                new PushEndpoint.Settings(
                    URI.create("http://127.0.0.1"), "127.0.0.1", port, requestsPerMinute, PLENTY),
                new Targets(target),
                (account, outcome) -> assertThat(outcome).isNotNull())
            .start();
  }

  private record Targets(PushTarget only) implements PushTargets {
    @Override
    public Optional<PushTarget> target(String account) {
      return Optional.of(only).filter(one -> one.account().equals(account));
    }

    @Override
    public List<PushTarget> all() {
      return List.of(only);
    }
  }

  String id() {
    return id;
  }

  Jdbi database() {
    return database;
  }

  /** Returns the address for its system's deliveries. */
  URI address() {
    return address;
  }

  DeliveryStore store() {
    return new DeliveryStore(database, id, limit);
  }

  /**
   * Returns the connector with the endpoint that takes the deliveries, as the service has one of
   * each.
   */
  Connector served() {
    return reader;
  }

  /** Lets much, or little, of what was published be unread. */
  void lag(boolean much) {
    historyWaits.set(much);
  }

  int woken() {
    return woken.get();
  }

  /** Connects a system that is only read. */
  Connector reader() {
    return connect("http://127.0.0.1", SchoolSystem.SECRET, EnumSet.noneOf(Capability.class));
  }

  Connector connect(String url, String credential, Set<Capability> acts) {
    return connect(url, credential, acts, PlatformHttp.ANSWER);
  }

  Connector connect(String url, String credential, Set<Capability> acts, Duration answerWithin) {
    AccountSecrets secrets =
        new AccountSecrets(
            Path.of("no-such-folder"),
            name -> name.startsWith("HALLMONITOR_SECRET_") ? KEY + "\n" + NEXT_KEY : credential);
    return new ApiPlatform(database, true, limit, historyWaits::get, answerWithin)
        .connect(
            new Access(
                id,
                URI.create(url),
                "school-system",
                acts,
                secrets,
                new RateBudget(10_000, 10_000, System::nanoTime),
                () -> true));
  }

  @Override
  public void close() {
    endpoint.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
