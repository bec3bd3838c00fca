package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The receiving end of a school's own system: it checks each webhook with the library by the
 * specification's authors, and carries out each id once.
 */
public final class ActReceiver implements AutoCloseable {
  /** A message that was accepted. */
  public record Message(String id, String timestamp, JsonNode content) {
    public String type() {
      return content.path("type").asText();
    }

    public String about(String field) {
      return content.path("data").path(field).asText();
    }
  }

  /** An answer that replaces its own. */
  record Said(int status, String header, String value, String body) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Webhook webhook;
  private final Predicate<Message> acts;
  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final Queue<Said> next = new ConcurrentLinkedQueue<>();
  private volatile boolean losesAnswers;

  /**
   * Starts one.
   *
   * @param acts carries out a message and returns whether anything changed
   */
  public ActReceiver(String secret, Predicate<Message> acts) {
    this.webhook = new Webhook(secret);
    this.acts = acts;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/acts", this::receive);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/acts";
  }

  public List<Message> messages() {
    return List.copyOf(messages);
  }

  /** Gives this answer to the next message, and does nothing. */
  void say(Said answer) {
    next.add(answer);
  }

  /** Carries out the next message, but does not answer. */
  void loseAnAnswer() {
    losesAnswers = true;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Said said = next.poll();
      if (said != null) {
        exchange.getResponseHeaders().add(said.header(), said.value());
        answer(exchange, said.status(), said.body());
        return;
      }
      try {
        webhook.verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
      } catch (WebhookVerificationException e) {
        answer(exchange, 401, "");
        return;
      }
      boolean applied = act(exchange, body);
      if (losesAnswers) {
        losesAnswers = false;
        return;
      }
      answer(exchange, 200, "{\"applied\":" + applied + "}");
    }
  }

  private boolean act(HttpExchange exchange, String body) throws IOException {
    Message message =
        new Message(
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            JSON.readTree(body));
    messages.add(message);
    return done.add(message.id()) && acts.test(message);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
