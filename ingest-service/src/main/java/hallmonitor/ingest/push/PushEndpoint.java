package hallmonitor.ingest.push;

import hallmonitor.messaging.Worker;
import hallmonitor.settings.district.WebAddresses;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Takes deliveries for accounts, and maintains the subscriptions that some platforms need. */
public final class PushEndpoint implements AutoCloseable {
  /**
   * Where the endpoint listens, and how much it accepts.
   *
   * @param address its public address, through a proxy; without a trailing slash
   * @param host it listens on
   * @param port 0 for any free one
   * @param minuteOfAccount most requests in a minute for one account
   * @param minuteOfAll most requests in a minute for all accounts together
   */
  public record Settings(URI address, String host, int port, int minuteOfAccount, int minuteOfAll) {
    public Settings {
      if (!WebAddresses.isSafe(address)
          || address.getUserInfo() != null
          || address.getQuery() != null
          || address.getFragment() != null) {
        throw new IllegalArgumentException(
            "hallmonitor.ingest.push.address is not an address such as https://monitor.example.org");
      }
      if (minuteOfAccount < 1 || minuteOfAll < 1) {
        throw new IllegalArgumentException(
            "hallmonitor.ingest.push takes at least one delivery a minute; leave out its address to take none");
      }
      address = URI.create(address.toString().replaceFirst("/+$", ""));
    }
  }

  private static final System.Logger LOG = System.getLogger(PushEndpoint.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Settings settings;
  private final PushTargets targets;
  private final PushServer server;
  private final Worker renewals = new Worker("push-renewals", this::renew);

  public PushEndpoint(Vertx vertx, Settings settings, PushTargets targets, PushListener listener) {
    this.settings = settings;
    this.targets = targets;
    PushReception desk =
        new PushReception(
            targets, settings.minuteOfAccount(), settings.minuteOfAll(), System::nanoTime);
    this.server = new PushServer(vertx, settings.host(), settings.port(), desk, listener);
  }

  /**
   * Starts to listen.
   *
   * @throws IllegalStateException if it cannot
   */
  public PushEndpoint start() {
    int port = server.start();
    LOG.log(
        System.Logger.Level.INFO,
        "deliveries for {0}/push/ are taken on {1}:{2}",
        settings.address(),
        settings.host(),
        String.valueOf(port));
    renewals.start();
    return this;
  }

  /** Renews all before it fails for one: a feed must not end the subscriptions of others. */
  private Duration renew() {
    Optional<RuntimeException> failure = Optional.empty();
    for (PushTarget target : targets.all()) {
      try {
        renew(target);
      } catch (RuntimeException e) {
        failure = Optional.of(e);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return BETWEEN_LOOKS;
  }

  private void renew(PushTarget target) {
    if (target.owned() && target.source().ready()) {
      target.source().renew(URI.create(settings.address() + "/push/" + target.account()));
    }
  }

  public boolean alive() {
    return renewals.alive();
  }

  @Override
  public void close() {
    renewals.close();
    server.close();
  }
}
