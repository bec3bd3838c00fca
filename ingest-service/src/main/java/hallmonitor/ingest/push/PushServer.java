package hallmonitor.ingest.push;

import hallmonitor.ingest.push.PushListener.Outcome;
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
 * A separate listener, apart from health and metrics. It holds at most {@link #MOST_CONNECTIONS}
 * requests, each for at most {@link #LONGEST}, with at most {@link #MOST_HELD} bytes in total, and
 * logs none of their content.
 */
final class PushServer implements AutoCloseable {
  /** Most bytes of a delivery. Meta sends up to 1,000 changes at once, a hub a whole feed. */
  static final int LARGEST = 1024 * 1024;

  /** Most bytes of all deliveries that are being received. A small service has 160 MB of memory. */
  static final int MOST_HELD = 16 * LARGEST;

  static final int MOST_CONNECTIONS = 64;
  static final Duration LONGEST = Duration.ofSeconds(10);

  private static final String NO_ACCOUNT = "none";
  private static final System.Logger LOG = System.getLogger(PushServer.class.getName());

  private final Vertx vertx;
  private final PushReception desk;
  private final PushListener listener;
  private final HttpServer server;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();

  /**
   * Creates a server.
   *
   * @param port 0 for any free one
   */
  PushServer(Vertx vertx, String host, int port, PushReception desk, PushListener listener) {
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
                    // The address of a handshake contains a token.
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
      listener.answered(NO_ACCOUNT, Outcome.TOO_MANY);
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
    Optional<PushReply> away =
        desk.turnAway(
                request.method().name(),
                request.path(),
                Optional.ofNullable(request.headers().get("Authorization")))
            .or(() -> when(declared(request) > LARGEST, request, Outcome.TOO_LARGE));
    if (away.isPresent()) {
      reply(request, away.get());
      return;
    }
    Buffer body = Buffer.buffer();
    request.response().endHandler(over -> held.addAndGet(-body.length()));
    request.handler(part -> take(request, body, part));
    request.endHandler(
        end -> {
          if (!request.response().ended()) {
            answer(request, body.getBytes());
          }
        });
  }

  private Optional<PushReply> when(boolean so, HttpServerRequest request, Outcome outcome) {
    return so ? Optional.of(desk.refusal(request.path(), outcome)) : Optional.empty();
  }

  private void take(HttpServerRequest request, Buffer body, Buffer part) {
    if (request.response().ended()) {
      return;
    }
    Optional<PushReply> away =
        when(body.length() + part.length() > LARGEST, request, Outcome.TOO_LARGE)
            .or(() -> when(held.get() + part.length() > MOST_HELD, request, Outcome.TOO_MANY));
    if (away.isPresent()) {
      reply(request, away.get());
      return;
    }
    body.appendBuffer(part);
    held.addAndGet(part.length());
  }

  private static long declared(HttpServerRequest request) {
    try {
      return Long.parseLong(request.headers().get("Content-Length"));
    } catch (NumberFormatException e) {
      return 0; // sent in parts, which are counted as they arrive
    }
  }

  /** Answers from another thread, because secrets are files. */
  private void answer(HttpServerRequest request, byte[] body) {
    PushRequest whole =
        new PushRequest(
            request.method().name(),
            request.path(),
            query(request),
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
    reply(request, desk.refusal(request.path(), Outcome.FAILED));
  }

  /** Returns the first value of each parameter; none if the query cannot be decoded. */
  private static Map<String, String> query(HttpServerRequest request) {
    Map<String, String> first = new HashMap<>();
    try {
      request.params().forEach(first::putIfAbsent);
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
    return first;
  }

  private void reply(HttpServerRequest request, PushReply reply) {
    listener.answered(desk.account(request.path()).orElse(NO_ACCOUNT), reply.outcome());
    HttpServerResponse response = request.response();
    if (!response.closed()) {
      if (reply.outcome() == Outcome.NO_KEY) {
        response.putHeader("WWW-Authenticate", "Bearer");
      }
      reply.retryAfter().ifPresent(wait -> response.putHeader("Retry-After", seconds(wait)));
      response
          .setStatusCode(reply.outcome().status())
          .putHeader("Content-Type", reply.content().contentType())
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Cache-Control", "no-store")
          .putHeader("Connection", "close")
          .end(reply.content().body())
          // The header alone does not close the connection, and an oversized body would keep
          // coming.
          .onComplete(sent -> request.connection().close());
    }
  }

  /** Rounded up, so that no one comes back too early. */
  private static String seconds(Duration wait) {
    return String.valueOf(wait.toSeconds() + 1);
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
