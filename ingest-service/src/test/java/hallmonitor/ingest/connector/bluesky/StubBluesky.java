package hallmonitor.ingest.connector.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Bluesky server with its AppView, in memory: the calls that this project and its test site make,
 * with the answers, errors and rate-limit headers that the real ones were seen to give.
 */
public final class StubBluesky implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LIMIT = 3_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  final StubAccounts accounts = new StubAccounts();
  private final StubRepos repos = new StubRepos();
  private final StubAppView views = new StubAppView(repos, accounts);
  private int calls;

  public StubBluesky() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/xrpc/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String method = exchange.getRequestURI().getPath().substring("/xrpc/".length());
      int status = 200;
      JsonNode answer;
      try {
        answer = answer(method, exchange, body);
      } catch (XrpcRefusal e) {
        status = e.status;
        answer = JSON.createObjectNode().put("error", e.error).put("message", e.getMessage());
      }
      limits(exchange.getResponseHeaders(), method, status);
      byte[] bytes = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** A sign-in reports its own limit, everything else the limit of all calls. */
  private synchronized void limits(Headers headers, String method, int status) {
    boolean signIn = method.equals("com.atproto.server.createSession");
    int limit = signIn ? 30 : LIMIT;
    int left = status == 429 ? 0 : signIn ? 29 : LIMIT - Math.min(++calls, 100);
    headers.add("RateLimit-Limit", String.valueOf(limit));
    headers.add("RateLimit-Remaining", String.valueOf(left));
    headers.add("RateLimit-Reset", String.valueOf(Instant.now().getEpochSecond() + 200));
    headers.add("RateLimit-Policy", limit + ";w=300");
  }

  private synchronized JsonNode answer(String method, HttpExchange exchange, byte[] body)
      throws IOException {
    Map<String, List<String>> query = query(exchange.getRequestURI().getRawQuery());
    JsonNode input =
        "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))
            ? JSON.readTree(body)
            : JSON.createObjectNode();
    switch (method) {
      case "com.atproto.server.createAccount":
        return accounts.create(input);
      case "com.atproto.server.createSession":
        return accounts.signIn(input);
      case "com.atproto.server.refreshSession":
        return accounts.refresh(token(exchange));
      case "com.atproto.repo.getRecord":
        return repos.get(one(query, "repo"), one(query, "collection"), one(query, "rkey"));
      default:
        return signedIn(method, query, input, accounts.signedIn(token(exchange)));
    }
  }

  private JsonNode signedIn(
      String method, Map<String, List<String>> query, JsonNode input, String me) {
    switch (method) {
      case "com.atproto.server.createAppPassword":
        return accounts.appPassword(me);
      case "com.atproto.server.getSession":
        return JSON.createObjectNode().put("did", me).put("active", true);
      case "com.atproto.repo.uploadBlob":
        return blob();
      case "com.atproto.repo.createRecord":
        return repos.create(own(input, me));
      case "com.atproto.repo.putRecord":
        return repos.put(own(input, me));
      case "com.atproto.repo.deleteRecord":
        repos.delete(own(input, me));
        return JSON.createObjectNode();
      case "app.bsky.feed.getPosts":
        return views.posts(query.getOrDefault("uris", List.of()), me);
      case "app.bsky.feed.getAuthorFeed":
        return views.feed(
            one(query, "actor"), number(query, "limit", 50), number(query, "cursor", 0));
      case "app.bsky.notification.listNotifications":
        return views.notifications(
            me, query.get("reasons"), number(query, "limit", 50), number(query, "cursor", 0));
      case "app.bsky.actor.getProfile":
        return views.profile(one(query, "actor"), me);
      case "app.bsky.unspecced.getPostThreadV2":
        return views.thread(
            one(query, "anchor"),
            me,
            number(query, "below", 6),
            number(query, "branchingFactor", 10));
      case "app.bsky.unspecced.getPostThreadOtherV2":
        return views.others(one(query, "anchor"), me);
      default:
        throw new XrpcRefusal(501, "MethodNotImplemented", "Method Not Implemented");
    }
  }

  private static JsonNode own(JsonNode input, String me) {
    if (!input.path("repo").asText().equals(me)) {
      throw new XrpcRefusal(401, "AuthenticationRequired", "Authentication Required");
    }
    return input;
  }

  private static JsonNode blob() {
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode blob = answer.putObject("blob").put("$type", "blob").put("mimeType", "image/png");
    blob.putObject("ref").put("$link", "bafkrei" + UUID.randomUUID().toString().replace("-", ""));
    return answer;
  }

  private static String token(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null) {
      throw new XrpcRefusal(401, "AuthMissing", "Authentication Required");
    }
    return header.replace("Bearer ", "");
  }

  private static String one(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of("")).get(0);
  }

  private static int number(Map<String, List<String>> query, String name, int otherwise) {
    return query.containsKey(name) ? Integer.parseInt(one(query, name)) : otherwise;
  }

  private static Map<String, List<String>> query(String raw) {
    Map<String, List<String>> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      query
          .computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
          .add(URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
