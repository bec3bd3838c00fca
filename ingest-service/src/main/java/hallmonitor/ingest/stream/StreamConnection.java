package hallmonitor.ingest.stream;

import hallmonitor.ingest.connector.StreamSource.Address;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One connection to a stream, for all accounts with the same address. It ends when the server
 * closes it, is silent, or sends too much at once, and is not opened again.
 */
final class StreamConnection implements AutoCloseable {
  /** A list may show a comment some seconds after the stream told of it, so it is read twice. */
  private static final Duration AGAIN = Duration.ofSeconds(4);

  private final Vertx vertx;
  private final StreamListener listener;
  private final Future<WebSocket> socket;
  private final Map<String, StreamAccount> accounts = new ConcurrentHashMap<>();
  private final Set<String> toReadAgain = ConcurrentHashMap.newKeySet();
  private volatile boolean isEnded;

  /**
   * Starts to connect.
   *
   * @param silence after which it is held for dead; the server is asked for a sign of life before
   */
  StreamConnection(
      Vertx vertx,
      WebSocketClient client,
      Address address,
      Duration silence,
      StreamListener listener) {
    this.vertx = vertx;
    this.listener = listener;
    this.socket =
        client
            .connect(options(address))
            .onSuccess(open -> hear(open, silence))
            .onFailure(failure -> isEnded = true);
  }

  private static WebSocketConnectOptions options(Address address) {
    URI uri = address.uri();
    boolean isSecure = "wss".equals(uri.getScheme());
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost(uri.getHost())
            .setPort(uri.getPort() >= 0 ? uri.getPort() : isSecure ? 443 : 80)
            .setSsl(isSecure)
            .setURI(uri.getRawPath() + "?" + uri.getRawQuery());
    address.headers().forEach(options::addHeader);
    return options;
  }

  private void hear(WebSocket open, Duration silence) {
    long pings =
        vertx.setPeriodic(
            silence.dividedBy(3).toMillis(), timer -> open.writePing(Buffer.buffer("hear")));
    open.textMessageHandler(this::hear);
    open.exceptionHandler(broken -> open.close()); // such as a message that is too large
    open.closeHandler(
        closed -> {
          vertx.cancelTimer(pings);
          isEnded = true;
        });
  }

  private void hear(String message) {
    for (StreamAccount account : accounts.values()) {
      if (account.source().isNews(message)) {
        listener.news(account.id());
        account.wake().run();
        if (toReadAgain.add(account.id())) {
          vertx.setTimer(
              AGAIN.toMillis(),
              timer -> {
                toReadAgain.remove(account.id());
                account.wake().run();
              });
        }
      }
    }
  }

  void add(StreamAccount account) {
    accounts.put(account.id(), account);
  }

  /**
   * Keeps only accounts that are still read as they were.
   *
   * @param now all accounts with a stream, by id
   */
  void keep(Map<String, StreamAccount> now) {
    accounts.values().removeIf(one -> !one.isStill(now.get(one.id())));
  }

  boolean isOpen() {
    return socket.succeeded() && !isEnded;
  }

  /** Returns whether it is of no more use. */
  boolean isOver() {
    return isEnded || accounts.isEmpty();
  }

  /** Returns why it could not be opened; empty if it was. Without words that the server chose. */
  String failure() {
    return socket.failed() ? socket.cause().getClass().getSimpleName() : "";
  }

  @Override
  public void close() {
    socket.onSuccess(WebSocket::close);
  }
}
