package hallmonitor.ingest.connector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.standin.StandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a connector and its platform, and answers in the platform's place on request. */
public final class FaultyProxy implements AutoCloseable {
  /** An answer in the platform's place. */
  public record Said(int status, Map<String, String> headers, String body) {}

  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Queue<Said> said = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;
  private final URI target;

  public FaultyProxy(String url) throws IOException {
    URI uri = URI.create(url);
    this.target = URI.create(uri.getScheme() + "://" + uri.getAuthority());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Returns the address of the proxy with the path of the platform's own. */
  public String url(String platform) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + URI.create(platform).getPath();
  }

  public void say(Said answer) {
    said.add(answer);
  }

  public int requests() {
    return requests.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      byte[] body = exchange.getRequestBody().readAllBytes();
      Said instead = said.poll();
      if (instead != null) {
        instead.headers().forEach(exchange.getResponseHeaders()::add);
        answer(exchange, instead.status(), instead.body().getBytes());
        return;
      }
      HttpResponse<byte[]> answer = pass(exchange, body);
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase())) {
                  values.forEach(v -> exchange.getResponseHeaders().add(name, v));
                }
              });
      answer(exchange, answer.statusCode(), answer.body());
    }
  }

  private HttpResponse<byte[]> pass(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
            .header(StandIn.ASKED_HOST, exchange.getRequestHeaders().getFirst("Host"))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase())) {
                values.forEach(v -> request.header(name, v));
              }
            });
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Answers with this status; an empty body is none. */
  public static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
