package hallmonitor.ingest.connector.bluesky;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.settings.district.WebAddresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Bluesky accounts, signed in with an app password. */
public final class Bluesky implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Duration answerWithin;
  private final Optional<URI> jetstream;

  /**
   * Creates the platform.
   *
   * @param jetstream a server that streams all posts; empty to hear none
   */
  public Bluesky(Optional<URI> jetstream) {
    this(PlatformHttp.ANSWER, jetstream);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   * @param jetstream a server that streams all posts; empty to hear none
   * @throws IllegalArgumentException if anybody on the way to it could listen or answer
   */
  public Bluesky(Duration answerWithin, Optional<URI> jetstream) {
    this.answerWithin = answerWithin;
    this.jetstream = jetstream;
    if (jetstream.filter(WebAddresses::isSafeSocket).isEmpty() && jetstream.isPresent()) {
      throw new IllegalArgumentException(
          "hallmonitor.ingest.jetstream is not an address such as wss://jetstream2.us-east.bsky.network");
    }
  }

  @Override
  public String name() {
    return "bluesky";
  }

  @Override
  public Connector connect(Access access) {
    InstantSource clock = InstantSource.system();
    XrpcHttp http = new XrpcHttp(new PlatformHttp(this.http, access, answerWithin, clock));
    return new BlueskyConnector(
        new BlueskyApi(http, new BlueskySession(http, clock)), jetstream, clock);
  }
}
