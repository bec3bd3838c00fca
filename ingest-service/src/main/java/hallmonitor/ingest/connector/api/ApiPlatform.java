package hallmonitor.ingest.connector.api;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** Any system that delivers its comments itself. */
public final class ApiPlatform implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Jdbi database;
  private final boolean endpointOpen;
  private final Duration answerWithin;

  /**
   * Creates the platform.
   *
   * @param database stores what is delivered
   * @param endpointOpen whether the public endpoint takes deliveries
   */
  public ApiPlatform(Jdbi database, boolean endpointOpen) {
    this(database, endpointOpen, PlatformHttp.ANSWER);
  }

  /**
   * Creates the platform with another limit.
   *
   * @param answerWithin time after which an act counts as unanswered
   */
  public ApiPlatform(Jdbi database, boolean endpointOpen, Duration answerWithin) {
    this.database = database;
    this.endpointOpen = endpointOpen;
    this.answerWithin = answerWithin;
  }

  @Override
  public String name() {
    return "api";
  }

  @Override
  public Connector connect(Access access) {
    InstantSource clock = InstantSource.system();
    PushSecrets keys = new PushSecrets(access);
    DeliveryStore store = new DeliveryStore(database, access.account());
    ActWebhooks webhooks =
        new ActWebhooks(
            new PlatformHttp(http, access, answerWithin, clock), access.credential(), clock);
    return new ApiConnector(
        access,
        new ApiSource(new Deliveries(database, access.account()), keys, endpointOpen, clock),
        new ApiIntake(keys, store, clock),
        store,
        webhooks,
        clock);
  }
}
