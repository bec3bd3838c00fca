package hallmonitor.ingest.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves a stand-in on loopback, one request at a time. */
final class StandInServer implements AutoCloseable {
  /** Returns the platform's answer. */
  interface Handler {
    StandInAnswer answer(StandInRequest request) throws IOException;
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final Handler handler;
  private final AtomicInteger outages = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final List<String> changes = new ArrayList<>();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile CountDownLatch heldReads = new CountDownLatch(0);
  private volatile CountDownLatch readsCame = new CountDownLatch(0);
  private volatile String heldPath = "";

  StandInServer(Handler handler) throws IOException {
    this.handler = handler;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(hands);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers the next requests with an error of the server. */
  void fail(int requests) {
    outages.set(requests);
  }

  /** Carries out the next changes, but closes their connections without an answer. */
  void cutNextChanges(int number) {
    cuts.set(number);
  }

  /** Keeps changes waiting until they are released. */
  void holdChanges() {
    held = new CountDownLatch(1);
  }

  /**
   * Keeps reads waiting until they are released, and returns a latch that opens when one has
   * arrived.
   */
  CountDownLatch holdReads(String path) {
    heldPath = path;
    heldReads = new CountDownLatch(1);
    readsCame = new CountDownLatch(1);
    return readsCame;
  }

  void letReadsGo() {
    heldReads.countDown();
  }

  void letChangesGo() {
    held.countDown();
  }

  /** Returns the changes that were carried out, such as {@code POST /comments}. */
  List<String> changes() {
    synchronized (changes) {
      return List.copyOf(changes);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      StandInRequest request = StandInRequest.of(exchange);
      if (outages.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      if (!request.method().equals("GET")) {
        held.await();
      } else if (request.path().equals(heldPath)) {
        readsCame.countDown();
        heldReads.await();
      }
      StandInAnswer answer;
      synchronized (this) {
        answer = handler.answer(request);
      }
      boolean change = !request.method().equals("GET") && answer.status() / 100 == 2;
      if (change) {
        synchronized (changes) {
          changes.add(request.method() + " " + request.path());
        }
      }
      if (change && cuts.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        return;
      }
      send(exchange, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed meanwhile
    }
  }

  private static void send(HttpExchange exchange, StandInAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    if (answer.body().isEmpty()) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    byte[] body = JSON.writeValueAsBytes(answer.body().get());
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    hands.shutdownNow();
  }
}
