package hallmonitor.ingest.connector.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.ingest.connector.FaultyProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The parts of WordPress that this service's own tests need, with answers that a test may replace.
 */
public final class StubWordPress implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer that replaces the real one; the call is not carried out. */
  public record Said(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final Map<Integer, Map<String, Object>> comments = new TreeMap<>();
  private final Queue<Said> said = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean cut = new AtomicBoolean();
  private final Queue<String> writes = new ConcurrentLinkedQueue<>();
  private volatile int userId = 2;
  private volatile String userName = "Ana Novak";

  public StubWordPress() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/wp-json/wp/v2/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public synchronized String comment(String text) {
    int id = comments.size() + 1;
    Map<String, Object> comment = new LinkedHashMap<>();
    comment.put("id", id);
    comment.put("post", 7);
    comment.put("parent", 0);
    comment.put("author", 0);
    comment.put("author_name", "Visitor");
    comment.put("date_gmt", LocalDateTime.now(ZoneOffset.UTC).withNano(0).toString());
    comment.put("content", Map.of("raw", text));
    comment.put("link", url() + "/post/#comment-" + id);
    comment.put("status", "approved");
    comments.put(id, comment);
    return String.valueOf(id);
  }

  /** Returns the stored replies to a comment. */
  public synchronized List<String> replies(String id) {
    return comments.values().stream()
        .filter(c -> c.get("parent").equals(Integer.parseInt(id)))
        .map(c -> (String) ((Map<?, ?>) c.get("content")).get("raw"))
        .toList();
  }

  public synchronized String status(String id) {
    return (String) comments.get(Integer.parseInt(id)).get("status");
  }

  public synchronized void setStatus(String id, String status) {
    comments.get(Integer.parseInt(id)).put("status", status);
  }

  /** Sets the answers to the next calls. */
  public void say(Said... answers) {
    said.addAll(List.of(answers));
  }

  /** Lets the password be another user's from now on. */
  public void user(int id, String name) {
    userId = id;
    userName = name;
  }

  /** Carries out the next change but closes its connection without an answer. */
  public void cutNextWrite() {
    cut.set(true);
  }

  /** Returns the changes that were carried out, such as {@code POST /comments/1}. */
  public List<String> writes() {
    return List.copyOf(writes);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Said instead = said.poll();
      if (instead != null) {
        instead.headers().forEach(exchange.getResponseHeaders()::add);
        FaultyProxy.answer(exchange, instead.status(), instead.body().getBytes(UTF_8));
        return;
      }
      Object answer = answer(exchange, body);
      if (!exchange.getRequestMethod().equals("GET") && cut.getAndSet(false)) {
        return;
      }
      FaultyProxy.answer(
          exchange,
          answer == null ? 404 : 200,
          JSON.writeValueAsBytes(answer == null ? GONE : answer));
    }
  }

  private static final Map<String, Object> GONE =
      Map.of("code", "rest_comment_invalid_id", "message", "Invalid comment ID.");

  private synchronized Object answer(HttpExchange exchange, byte[] body) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/wp-json/wp/v2".length());
    if (path.equals("/users/me")) {
      return Map.of(
          "id", userId, "name", userName, "capabilities", Map.of("moderate_comments", true));
    }
    if (path.startsWith("/posts/")) {
      return Map.of(
          "id",
          7,
          "title",
          Map.of("rendered", "Board &amp; budget"),
          "content",
          Map.of("rendered", "<p>Tonight</p>"),
          "link",
          url() + "/post/");
    }
    if (path.equals("/comments") && exchange.getRequestMethod().equals("POST")) {
      writes.add("POST " + path);
      return reply(JSON.readTree(body));
    }
    if (path.equals("/comments")) {
      List<Map<String, Object>> found = list(query(exchange));
      exchange.getResponseHeaders().add("X-WP-Total", String.valueOf(found.size()));
      return found;
    }
    Map<String, Object> comment =
        comments.get(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
    if (comment != null && !exchange.getRequestMethod().equals("GET")) {
      writes.add(exchange.getRequestMethod() + " " + path);
      comment.put(
          "status",
          exchange.getRequestMethod().equals("DELETE")
              ? "trash"
              : JSON.readTree(body).path("status").asText());
    }
    return comment;
  }

  private Map<String, Object> reply(JsonNode asked) {
    int id = Integer.parseInt(comment(asked.path("content").asText()));
    comments.get(id).put("parent", asked.path("parent").asInt());
    comments.get(id).put("author_user_agent", asked.path("author_user_agent").asText());
    return comments.get(id);
  }

  private List<Map<String, Object>> list(Map<String, String> query) {
    Instant after = Instant.parse(query.getOrDefault("after", "1970-01-01T00:00:00Z"));
    Instant before = Instant.parse(query.getOrDefault("before", "2100-01-01T00:00:00Z"));
    List<Map<String, Object>> found = new ArrayList<>();
    for (Map<String, Object> comment : comments.values()) {
      Instant at = LocalDateTime.parse((String) comment.get("date_gmt")).toInstant(ZoneOffset.UTC);
      boolean child =
          !query.containsKey("parent")
              || comment.get("parent").equals(Integer.parseInt(query.get("parent")));
      if (at.isAfter(after) && at.isBefore(before) && child) {
        found.add(comment);
      }
    }
    if (query.get("order").equals("desc")) {
      found.sort(Comparator.comparing(c -> -(int) c.get("id")));
    }
    return found.stream()
        .skip(Long.parseLong(query.getOrDefault("offset", "0")))
        .limit(Long.parseLong(query.get("per_page")))
        .toList();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
      int equals = pair.indexOf('=');
      query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
