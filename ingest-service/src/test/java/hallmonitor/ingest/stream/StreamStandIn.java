package hallmonitor.ingest.stream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of streams on loopback: it tells everybody who listens the same. */
public final class StreamStandIn implements AutoCloseable {
  private final HttpServer server;
  private final List<ServerWebSocket> open = new CopyOnWriteArrayList<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private volatile boolean refuses;

  StreamStandIn(Vertx vertx) {
    this(vertx, 0);
  }

  /**
   * Listens.
   *
   * @param port 0 for any free one
   */
  public StreamStandIn(Vertx vertx, int port) {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
            .webSocketHandshakeHandler(this::judge)
            .webSocketHandler(this::take)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private void judge(ServerWebSocketHandshake handshake) {
    asked.add(handshake.uri() + " " + handshake.headers().get("Authorization"));
    if (refuses) {
      handshake.reject(401);
    } else {
      handshake.accept();
    }
  }

  private void take(ServerWebSocket socket) {
    open.add(socket);
    socket.closeHandler(closed -> open.remove(socket));
  }

  public String url() {
    return "ws://127.0.0.1:" + server.actualPort();
  }

  public int listeners() {
    return open.size();
  }

  public void tell(String message) {
    open.forEach(socket -> socket.writeTextMessage(message));
  }

  void refuse(boolean all) {
    refuses = all;
  }

  /** Ends all connections, as a restart does. */
  void end() {
    open.forEach(ServerWebSocket::close);
  }

  /** Returns what was asked for, with its authorization. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
