package hallmonitor.moderation.pipeline.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on loopback that speaks the chat completions protocol as Ollama, vLLM and llama.cpp do,
 * not streaming, and can have faults.
 */
public final class ChatServer implements AutoCloseable {
  /** How it answers one request that has the right form. */
  public interface Behavior {
    void answer(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException;
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final AtomicInteger present = new AtomicInteger();
  private final AtomicInteger mostPresent = new AtomicInteger();
  private volatile Behavior behavior = saying("{}");

  public ChatServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::handle);
    server.start();
  }

  public ChatServer behaving(Behavior other) {
    behavior = other;
    return this;
  }

  /** Answers every question like this, about the category that was asked. */
  public ChatServer thinking(boolean violates, double confidence, String reason) {
    return behaving(
        (exchange, request) ->
            send(
                exchange,
                200,
                completion(opinion(category(request), violates, confidence, reason))));
  }

  /** Answers with this as the model's message. */
  public static Behavior saying(String content) {
    return (exchange, request) -> send(exchange, 200, completion(content));
  }

  public static Behavior failing(int status) {
    return (exchange, request) -> send(exchange, status, "{\"error\": {\"message\": \"no\"}}");
  }

  /** Sends exactly this body. */
  public static Behavior sending(String body) {
    return (exchange, request) -> send(exchange, 200, body);
  }

  /** Never answers, until the latch opens. */
  public static Behavior hanging(CountDownLatch until) {
    return (exchange, request) -> until.await();
  }

  /** Answers one byte at a time and never ends. */
  public static Behavior dripping() {
    return (exchange, request) -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      for (int i = 0; i < 1_000; i++) {
        body.write(' ');
        body.flush();
        Thread.sleep(20);
      }
    };
  }

  /** Answers with an endless body. */
  public static Behavior flooding() {
    return (exchange, request) -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] part = " ".repeat(64 * 1024).getBytes(UTF_8);
      for (int i = 0; i < 1_000; i++) {
        exchange.getResponseBody().write(part);
      }
    };
  }

  public static Behavior redirecting(String to) {
    return (exchange, request) -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(307, -1);
    };
  }

  public static String opinion(
      String category, boolean violates, double confidence, String reason) {
    return JSON.createObjectNode()
        .put("category", category)
        .put("violates", violates)
        .put("confidence", confidence)
        .put("reason", reason)
        .toString();
  }

  /** Returns a completion as servers send it, with fields that no one needs. */
  public static String completion(String content) {
    var completion = JSON.createObjectNode();
    completion.put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1);
    completion.put("model", "test-model").put("system_fingerprint", "fp_test");
    var choice = completion.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop").putNull("logprobs");
    choice.putObject("message").put("role", "assistant").put("content", content);
    completion.putObject("usage").put("prompt_tokens", 400).put("completion_tokens", 40);
    return completion.toString();
  }

  /** Returns the category that a request asks about. */
  public static String category(JsonNode request) {
    return request.at("/response_format/json_schema/schema/properties/category/enum/0").textValue();
  }

  private void handle(HttpExchange exchange) {
    mostPresent.accumulateAndGet(present.incrementAndGet(), Math::max);
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      requests.add(request);
      boolean right =
          exchange.getRequestMethod().equals("POST")
              && exchange
                  .getRequestHeaders()
                  .getFirst("Content-Type")
                  .startsWith("application/json")
              && request.path("model").isTextual()
              && !request.path("stream").asBoolean()
              && request.at("/messages/0/role").asText().equals("system")
              && request.at("/messages/1/role").asText().equals("user");
      if (right) {
        behavior.answer(exchange, request);
      } else {
        send(exchange, 400, "{\"error\": {\"message\": \"invalid request\"}}");
      }
    } catch (IOException e) {
      exchange.close(); // the client has gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      present.decrementAndGet();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Returns the base of the API. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns the bodies of all requests, in order. */
  public List<JsonNode> requests() {
    return requests;
  }

  /** Returns the Authorization header of all requests; {@code null} in words if there was none. */
  public List<String> keys() {
    return keys;
  }

  /** Returns the most requests at the same time. */
  public int mostAtOnce() {
    return mostPresent.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
