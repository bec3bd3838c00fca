package hallmonitor.ingest.push;

import hallmonitor.ingest.push.PushListener.Outcome;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A listener of its own, apart from health and metrics. It holds no more than {@link
 * #MOST_CONNECTIONS} requests of {@link #LARGEST} bytes, each for {@link #LONGEST}, and logs
 * nothing of them.
 */
final class PushServer implements AutoCloseable {
  /** Bytes of a delivery. Meta puts up to 1,000 changes into one, a hub a whole feed. */
  static final int LARGEST = 1024 * 1024;

  static final int MOST_CONNECTIONS = 64;
  static final Duration LONGEST = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(PushServer.class.getName());

  private final Vertx vertx;
  private final PushDesk desk;
  private final PushListener listener;
  private final HttpServer server;
  private final AtomicInteger connections = new AtomicInteger();

  /**
   * Creates a server.
   *
   * @param port 0 for any free one
   */
  PushServer(Vertx vertx, String host, int port, PushDesk desk, PushListener listener) {
    this.vertx = vertx;
    this.desk = desk;
    this.listener = listener;
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(host)
                    .setPort(port)
                    .setHttp2ClearTextEnabled(false)
                    .setHandle100ContinueAutomatically(true)
                    // A handshake's address holds a token.
                    .setTracingPolicy(TracingPolicy.IGNORE))
            .connectionHandler(this::limit)
            .exceptionHandler(broken -> {})
            .requestHandler(this::receive);
  }

  /**
   * Listens.
   *
   * @return the port
   * @throws IllegalStateException if the address is taken or not this machine's
   */
  int start() {
    try {
      return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "The public endpoint cannot listen (%s); change hallmonitor.ingest.push.host or .port."
              .formatted(e.getCause()),
          e);
    }
  }

  private void limit(HttpConnection connection) {
    if (connections.incrementAndGet() > MOST_CONNECTIONS) {
      connections.decrementAndGet();
      connection.close();
      return;
    }
    long end = vertx.setTimer(LONGEST.toMillis(), timer -> connection.close());
    connection.closeHandler(
        closed -> {
          connections.decrementAndGet();
          vertx.cancelTimer(end);
        });
  }

  private void receive(HttpServerRequest request) {
    Optional<PushReply> away = desk.turnAway(request.method().name(), request.path());
    if (away.isPresent()) {
      reply(request, away.get());
      return;
    }
    if (declared(request) > LARGEST) {
      reply(request, PushReply.of(Outcome.TOO_LARGE));
      return;
    }
    Buffer body = Buffer.buffer();
    request.handler(
        part -> {
          if (body.length() + part.length() <= LARGEST) {
            body.appendBuffer(part);
          } else if (!request.response().ended()) {
            reply(request, PushReply.of(Outcome.TOO_LARGE));
          }
        });
    request.endHandler(
        end -> {
          if (!request.response().ended()) {
            answer(request, body.getBytes());
          }
        });
  }

  private static long declared(HttpServerRequest request) {
    try {
      return Long.parseLong(request.headers().get("Content-Length"));
    } catch (NumberFormatException e) {
      return 0; // sent in parts, which are counted as they come
    }
  }

  /** Answers from another thread, because secrets are files. */
  private void answer(HttpServerRequest request, byte[] body) {
    PushRequest whole =
        new PushRequest(
            request.method().name(),
            request.path(),
            first(request.params()),
            name -> Optional.ofNullable(request.headers().get(name)),
            body);
    vertx
        .executeBlocking(() -> desk.answer(whole), false)
        .onSuccess(reply -> reply(request, reply))
        .onFailure(failure -> failed(request, failure));
  }

  /** The exception itself could quote what was delivered. */
  private void failed(HttpServerRequest request, Throwable failure) {
    LOG.log(
        System.Logger.Level.ERROR,
        "a delivery was not checked ({0})",
        failure.getClass().getName());
    reply(request, PushReply.of(Outcome.REFUSED));
  }

  private static Map<String, String> first(MultiMap parameters) {
    Map<String, String> first = new HashMap<>();
    parameters.forEach(first::putIfAbsent);
    return first;
  }

  private void reply(HttpServerRequest request, PushReply reply) {
    listener.answered(desk.account(request.path()).orElse("none"), reply.outcome());
    HttpServerResponse response = request.response();
    if (!response.closed()) {
      response
          .setStatusCode(reply.outcome().status())
          .putHeader("Content-Type", reply.content().contentType())
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Cache-Control", "no-store")
          .putHeader("Connection", "close")
          .end(reply.content().body());
    }
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
