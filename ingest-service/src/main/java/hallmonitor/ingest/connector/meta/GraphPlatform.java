package hallmonitor.ingest.connector.meta;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** A platform of Meta, read and signed in to through the Graph API. */
public abstract class GraphPlatform implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final String name;
  private final MetaOffer offer;
  private final Function<GraphApi, GraphAccount> account;
  private final Duration answerWithin;
  private final InstantSource clock;

  /**
   * Creates the platform.
   *
   * @param name in district.yaml
   * @param offer what a person who signs in is offered
   * @param account reads an account through its API
   * @param answerWithin time after which a request counts as unanswered
   */
  protected GraphPlatform(
      String name,
      MetaOffer offer,
      Function<GraphApi, GraphAccount> account,
      Duration answerWithin,
      InstantSource clock) {
    this.name = name;
    this.offer = offer;
    this.account = account;
    this.answerWithin = answerWithin;
    this.clock = clock;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Optional<PlatformSignIn> signIn() {
    return Optional.of(new GraphSignIn(offer, this::platform, this::api));
  }

  private PlatformHttp platform(Access access) {
    return new PlatformHttp(http, access, answerWithin, clock);
  }

  private GraphApi api(Access access) {
    return new GraphApi(access, platform(access));
  }

  @Override
  public final Connector connect(Access access) {
    GraphApi api = api(access);
    return new GraphConnector(api, account.apply(api), new PushSecrets(access), clock);
  }
}
