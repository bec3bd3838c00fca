package hallmonitor.ingest.stream;

import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.StreamSource.Address;
import hallmonitor.messaging.Worker;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Opens the accounts' streams and opens them again when they end. Without one, an account is polled
 * as ever: nothing depends on what a stream carries, and what it misses costs only time.
 */
public final class StreamKeeper implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** Mastodon's and Jetstream's servers give a sign of life twice a minute. */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Bytes of a message; a status of Mastodon with all that it holds has some ten thousand. */
  static final int LARGEST = 256 * 1024;

  private final Vertx vertx;
  private final Supplier<Collection<StreamAccount>> accounts;
  private final StreamListener listener;
  private final InstantSource clock;
  private final Duration silence;
  private final WebSocketClient client;
  private final Map<String, StreamHearing> hearings = new HashMap<>();
  private final Map<Address, StreamConnection> connections = new HashMap<>();
  private final Worker worker;

  /**
   * Creates a keeper.
   *
   * @param accounts those on platforms that may stream news now
   */
  public StreamKeeper(
      Vertx vertx,
      Supplier<Collection<StreamAccount>> accounts,
      StreamListener listener,
      InstantSource clock) {
    this(vertx, accounts, listener, clock, SILENCE);
  }

  /**
   * Creates a keeper.
   *
   * @param silence after which a connection is held for dead; whole seconds
   */
  StreamKeeper(
      Vertx vertx,
      Supplier<Collection<StreamAccount>> accounts,
      StreamListener listener,
      InstantSource clock,
      Duration silence) {
    this.vertx = vertx;
    this.silence = silence;
    this.accounts = accounts;
    this.listener = listener;
    this.clock = clock;
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setMaxConnections(Integer.MAX_VALUE)
                .setMaxFrameSize(LARGEST)
                .setMaxMessageSize(LARGEST)
                .setReadIdleTimeout((int) silence.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
    this.worker = new Worker("streams", this::look);
  }

  public StreamKeeper start() {
    worker.start();
    return this;
  }

  private Duration look() {
    Map<String, StreamAccount> now =
        accounts.get().stream().collect(Collectors.toMap(StreamAccount::id, Function.identity()));
    connections.values().forEach(one -> one.keep(now));
    hearings.values().removeIf(one -> !one.account().isStill(now.get(one.account().id())));
    for (StreamAccount account : now.values()) {
      StreamHearing hearing =
          hearings.computeIfAbsent(account.id(), id -> new StreamHearing(account));
      if (!worker.closing() && hearing.isDue(clock.instant())) {
        join(hearing);
      }
    }
    leave();
    listener.hearing((int) hearings.values().stream().filter(StreamHearing::isHearing).count());
    return BETWEEN_LOOKS;
  }

  private void leave() {
    connections
        .values()
        .removeIf(
            one -> {
              if (one.isOver()) {
                one.close();
              }
              return one.isOver();
            });
  }

  private void join(StreamHearing hearing) {
    Instant now = clock.instant();
    try {
      Optional<Address> address = hearing.account().source().address();
      if (address.isEmpty()) {
        hearing.hasNone(now);
        return;
      }
      StreamConnection open = connections.get(address.get());
      if (open == null || open.isOver()) {
        open = new StreamConnection(vertx, client, address.get(), silence, listener);
        connections.put(address.get(), open);
      }
      hearing.joined(open, now);
    } catch (PlatformException e) {
      hearing.failed(e.fault().sentence(), now);
    }
  }

  public boolean alive() {
    return worker.alive();
  }

  @Override
  public void close() {
    worker.close();
    connections.values().forEach(StreamConnection::close);
    client.close();
  }
}
