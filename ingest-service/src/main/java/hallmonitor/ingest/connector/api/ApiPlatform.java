package hallmonitor.ingest.connector.api;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Any system that delivers its comments itself. */
public final class ApiPlatform implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Jdbi database;
  private final boolean endpointOpen;
  private final DailyLimit limit;
  private final BooleanSupplier historyWaits;
  private final Duration answerWithin;

  /**
   * Creates the platform.
   *
   * @param database stores what is delivered
   * @param endpointOpen whether the public endpoint takes deliveries
   * @param limit for each account
   * @param historyWaits whether no history is taken now
   */
  public ApiPlatform(
      Jdbi database, boolean endpointOpen, DailyLimit limit, BooleanSupplier historyWaits) {
    this(database, endpointOpen, limit, historyWaits, PlatformHttp.ANSWER);
  }

  /**
   * Creates the platform with another limit.
   *
   * @param answerWithin time after which an act counts as unanswered
   */
  public ApiPlatform(
      Jdbi database,
      boolean endpointOpen,
      DailyLimit limit,
      BooleanSupplier historyWaits,
      Duration answerWithin) {
    this.database = database;
    this.endpointOpen = endpointOpen;
    this.limit = limit;
    this.historyWaits = historyWaits;
    this.answerWithin = answerWithin;
  }

  @Override
  public String name() {
    return "api";
  }

  @Override
  public Connector connect(Access access) {
    InstantSource clock = InstantSource.system();
    DeliveryKeys keys = new DeliveryKeys(new PushSecrets(access));
    DeliveryStore store = new DeliveryStore(database, access.account(), limit);
    Deliveries deliveries = new Deliveries(database, access.account());
    ReadPlace read = new ReadPlace();
    ActWebhooks webhooks =
        new ActWebhooks(
            new PlatformHttp(http, access, answerWithin, clock), access.credential(), clock);
    return new ApiConnector(
        access,
        new ApiSource(deliveries, read, keys, endpointOpen, clock),
        new ApiIntake(keys, store, deliveries, read, historyWaits, clock),
        store,
        webhooks,
        clock);
  }

  /**
   * What an account has had stored today, which is public for the mapper of rows.
   *
   * @param rows comments in each version and state, and posts
   */
  public record StoredToday(String account, long rows, long bytes) {}

  /** Returns what each account has had stored since midnight in UTC. */
  public List<StoredToday> storedToday() {
    return database.withHandle(
        h ->
            h.createQuery("select account, rows, bytes from delivered_day where day = :day")
                .bind("day", limit.today())
                .map(ConstructorMapper.of(StoredToday.class))
                .list());
  }
}
