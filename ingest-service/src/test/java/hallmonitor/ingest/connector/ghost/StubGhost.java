package hallmonitor.ingest.connector.ghost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ghost's Admin API for comments, in memory, according to the source of 6.65: checked tokens, whole
 * seconds, lists without deleted comments, and errors in Ghost's form.
 */
final class StubGhost implements AutoCloseable {
  static final String KEY = "0123456789abcdef01234567:" + "0123456789abcdef".repeat(4);
  static final String POST = "e".repeat(24);
  private static final String MEMBER = "d".repeat(24);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern BOUND = Pattern.compile("created_at:(>=|<=|<|>)'([^']+)'");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, ObjectNode> comments = new LinkedHashMap<>();
  private final HttpServer server;
  private boolean mayComment = true;
  private boolean everBarred;

  /** An answer in Ghost's form of an error. */
  private static final class Refusal extends RuntimeException {
    private final int status;
    private final String type;

    Refusal(int status, String type, String message) {
      super(message);
      this.status = status;
      this.type = type;
    }
  }

  StubGhost() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/ghost/api/admin/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized String comment(String html, String answers) {
    String id = "%024x".formatted(comments.size() + 1);
    ObjectNode comment = JSON.createObjectNode().put("id", id);
    JsonNode above = answers == null ? null : comments.get(answers);
    // A thread has two levels: an answer to an answer is on the same level and names it.
    boolean deeper = above != null && above.hasNonNull("parent_id");
    comment.put(
        "parent_id", above == null ? null : deeper ? above.path("parent_id").asText() : answers);
    comment.put("in_reply_to_id", deeper ? answers : null);
    comment.put("status", "published").put("html", html);
    comment.put(
        "created_at",
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"));
    comments.put(id, comment);
    return id;
  }

  synchronized void edit(String id, String html) {
    comments.get(id).put("html", html).put("edited_at", Instant.now().toString());
  }

  synchronized void setStatus(String id, String status) {
    comments.get(id).put("status", status);
  }

  synchronized JsonNode find(String id) {
    return comments.get(id);
  }

  synchronized boolean mayComment() {
    return mayComment;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int status = 200;
      JsonNode answer;
      try {
        checkToken(exchange.getRequestHeaders().getFirst("Authorization"));
        answer = answer(exchange, body);
      } catch (Refusal e) {
        status = e.status;
        ObjectNode error = JSON.createObjectNode();
        error.putArray("errors").addObject().put("type", e.type).put("message", e.getMessage());
        answer = error;
      }
      byte[] bytes = JSON.writeValueAsBytes(answer);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void checkToken(String header) throws IOException {
    String[] parts = header.replace("Ghost ", "").split("\\.");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(KEY.substring(25)), "HmacSHA256"));
      byte[] expected = mac.doFinal((parts[0] + "." + parts[1]).getBytes(UTF_8));
      JsonNode head = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      boolean good =
          Arrays.equals(expected, Base64.getUrlDecoder().decode(parts[2]))
              && KEY.startsWith(head.path("kid").asText() + ":")
              && claims.path("aud").asText().equals("/admin/")
              && claims.path("exp").asLong() - claims.path("iat").asLong() <= 300;
      if (!good) {
        throw new Refusal(401, "UnauthorizedError", "Invalid token");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized JsonNode answer(HttpExchange exchange, byte[] body) throws IOException {
    String[] path =
        exchange.getRequestURI().getPath().substring("/ghost/api/admin/".length()).split("/");
    boolean read = exchange.getRequestMethod().equals("GET");
    if (path[0].equals("comments") && path.length == 1 && read) {
      return list(query(exchange.getRequestURI().getRawQuery()));
    }
    if (path[0].equals("comments") && path.length == 3 && read) {
      existing(path[1]);
      return JSON.createObjectNode().set(path[2], JSON.createArrayNode());
    }
    if (path[0].equals("comments") && path.length == 2) {
      ObjectNode comment = existing(path[1]);
      if (read && comment.path("status").asText().equals("deleted")) {
        throw new Refusal(404, "NotFoundError", "Comment could not be found");
      }
      if (!read) {
        comment.put("status", JSON.readTree(body).at("/comments/0/status").asText());
      }
      ObjectNode one = JSON.createObjectNode();
      one.putArray("comments").add(shown(comment));
      return one;
    }
    if (path[0].equals("posts") && read) {
      ObjectNode posts = JSON.createObjectNode();
      posts.putArray("posts").add(post());
      posts.putObject("meta").putObject("pagination").putNull("next");
      return posts;
    }
    if (path[0].equals("members") && path.length == 1 && read) {
      return members(query(exchange.getRequestURI().getRawQuery()));
    }
    if (path[0].equals("members") && path.length == 4) {
      everBarred = true;
      mayComment = path[3].equals("enable");
      return JSON.createObjectNode();
    }
    throw new Refusal(404, "NotFoundError", "Resource could not be found");
  }

  private ObjectNode existing(String id) {
    ObjectNode comment = comments.get(id);
    if (comment == null) {
      throw new Refusal(404, "NotFoundError", "Comment could not be found");
    }
    return comment;
  }

  private JsonNode list(Map<String, String> query) {
    Stream<ObjectNode> all =
        comments.values().stream().filter(c -> !c.path("status").asText().equals("deleted"));
    Matcher bound = BOUND.matcher(query.getOrDefault("filter", ""));
    while (bound.find()) {
      String how = bound.group(1);
      Instant at = Instant.parse(bound.group(2).replace(' ', 'T') + "Z");
      all = all.filter(c -> holds(Instant.parse(c.path("created_at").asText()).compareTo(at), how));
    }
    Comparator<ObjectNode> order = Comparator.comparing(c -> c.path("created_at").asText());
    List<ObjectNode> found =
        all.sorted(query.get("order").endsWith("desc") ? order.reversed() : order).toList();
    int limit = Integer.parseInt(query.get("limit"));
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode page = answer.putArray("comments");
    found.stream()
        .skip((Integer.parseInt(query.get("page")) - 1L) * limit)
        .limit(limit)
        .forEach(c -> page.add(shown(c)));
    answer.putObject("meta").putObject("pagination").put("total", found.size());
    return answer;
  }

  private static boolean holds(int compared, String how) {
    return switch (how) {
      case ">=" -> compared >= 0;
      case "<=" -> compared <= 0;
      case "<" -> compared < 0;
      default -> compared > 0;
    };
  }

  private ObjectNode shown(ObjectNode comment) {
    ObjectNode shown = comment.deepCopy();
    if (comment.path("status").asText().equals("deleted")) {
      shown.putNull("html");
    }
    shown
        .putObject("member")
        .put("id", MEMBER)
        .put("name", "Pat")
        .put("email", "pat@example.org")
        .put("can_comment", mayComment);
    shown.putObject("post").put("id", POST).put("title", "Board").put("url", url() + "/board/");
    return shown;
  }

  /** Two pages of members who were ever barred; the first of them may comment again. */
  private JsonNode members(Map<String, String> query) {
    if (!query.get("filter").equals("commenting:-null")) {
      throw new Refusal(400, "BadRequestError", "Error parsing filter");
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode members = answer.putArray("members");
    ObjectNode pagination = answer.putObject("meta").putObject("pagination");
    if (query.get("page").equals("2")) {
      members.addObject().put("id", "c".repeat(24)).put("name", "Sam").put("can_comment", false);
      pagination.putNull("next");
      return answer;
    }
    members.addObject().put("id", "b".repeat(24)).put("name", "Lee").put("can_comment", true);
    if (everBarred) {
      members.addObject().put("id", MEMBER).put("name", "Pat").put("can_comment", mayComment);
    }
    pagination.put("next", 2);
    return answer;
  }

  private ObjectNode post() {
    return JSON.createObjectNode()
        .put("id", POST)
        .put("title", "Board")
        .put("html", "<p>The board meets at seven.</p>")
        .put("url", url() + "/board/")
        .putNull("feature_image")
        .put("published_at", "2026-11-20T12:00:00.000Z");
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
