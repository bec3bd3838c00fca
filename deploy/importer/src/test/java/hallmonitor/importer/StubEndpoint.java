package hallmonitor.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Answers what a test wants, and then takes everything. The real endpoint is in ingest-service. */
final class StubEndpoint implements AutoCloseable {
  private record Answer(int status, String body, int retryAfter) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Queue<Answer> next = new ArrayDeque<>();
  private final List<JsonNode> taken = new ArrayList<>();
  private String authorization = "";

  StubEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answers(int status, String body, int retryAfter) {
    next.add(new Answer(status, body.replace('\'', '"'), retryAfter));
  }

  List<JsonNode> taken() {
    return taken;
  }

  String authorization() {
    return authorization;
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    authorization = exchange.getRequestHeaders().getFirst("Authorization");
    int rows = body.path("rows").size();
    Answer answer = next.poll();
    if (answer == null) {
      answer =
          new Answer(
              202, "{\"accepted\":" + rows + ",\"unchanged\":0,\"refused\":0,\"errors\":[]}", 0);
    }
    if (answer.status() == 202) {
      taken.add(body);
    }
    if (answer.retryAfter() > 0) {
      exchange.getResponseHeaders().add("Retry-After", String.valueOf(answer.retryAfter()));
    }
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
