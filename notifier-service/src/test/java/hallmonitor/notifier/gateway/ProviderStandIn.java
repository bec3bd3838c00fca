package hallmonitor.notifier.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Twilio, PagerDuty, Teams and Slack on one port, each as its documentation describes it, with
 * faults on demand. What a provider would refuse is refused here too.
 */
public final class ProviderStandIn implements AutoCloseable {
  public static final String TWILIO_SECRET = "AC0123456789:token";
  public static final String ROUTING_KEY = "0123456789abcdef0123456789abcdef";

  /**
   * An answer that a provider gives instead of its own.
   *
   * @param status 0 to close the connection without an answer
   */
  public record Fault(int status, Map<String, String> headers, String body) {
    public static Fault of(int status, String body) {
      return new Fault(status, Map.of(), body);
    }
  }

  /** A request that a provider took, as it was sent. */
  public record Received(String path, String body, Map<String, String> form) {
    public JsonNode json() {
      return read(body);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Received> taken = new CopyOnWriteArrayList<>();
  private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
  private final Map<String, String> standings = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger silent = new AtomicInteger();
  private final HttpServer server;

  public ProviderStandIn() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20));
  }

  /** Creates one on a server that was not started, such as one with TLS. */
  ProviderStandIn(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The next requests get these answers, in order. */
  public void fail(Fault... next) {
    faults.addAll(Arrays.asList(next));
  }

  /** So many requests are taken and never answered. */
  public void saysNothing(int times) {
    silent.set(times);
  }

  /** From now on this is what became of every text message and call. */
  public void becomes(String status, int code) {
    standings.put("status", "\"" + status + "\",\"error_code\":" + (code == 0 ? "null" : code));
  }

  /** Returns what was taken so far, by the start of its path. */
  public List<Received> taken(String path) {
    return taken.stream().filter(r -> r.path().startsWith(path)).toList();
  }

  public List<Received> texts() {
    return taken.stream().filter(r -> r.path().endsWith("/Messages.json")).toList();
  }

  public List<Received> calls() {
    return taken.stream().filter(r -> r.path().endsWith("/Calls.json")).toList();
  }

  /** Returns the acts of all incidents, such as {@code trigger}, in order. */
  public List<String> incidents() {
    return taken("/v2/enqueue").stream().map(r -> r.json().path("event_action").asText()).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Optional<Fault> fault = Optional.ofNullable(faults.poll());
      if (fault.isPresent()) {
        fail(exchange, fault.get());
        return;
      }
      Received received = new Received(path, body, form(exchange, body));
      boolean hang = silent.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      if (hang) {
        taken.add(received);
        over.await();
        return;
      }
      if (path.startsWith("/2010-04-01/")) {
        twilio(exchange, received);
      } else if (path.equals("/v2/enqueue")) {
        pagerDuty(exchange, received);
      } else if (path.startsWith("/teams/")) {
        teams(exchange, received);
      } else if (path.startsWith("/slack/")) {
        slack(exchange, received);
      } else {
        say(exchange, 404, "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** https://www.twilio.com/docs/usage/twilios-response */
  private void twilio(HttpExchange exchange, Received received) throws IOException {
    String wanted = "Basic " + Base64.getEncoder().encodeToString(TWILIO_SECRET.getBytes(UTF_8));
    if (!wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      twilioError(exchange, 401, 20003, "Authenticate");
    } else if (exchange.getRequestMethod().equals("GET")) {
      String standing = standings.getOrDefault("status", "\"sent\",\"error_code\":null");
      say(exchange, 200, "{\"sid\":\"SM1\",\"status\":" + standing + "}");
    } else if (!received.form().getOrDefault("To", "").matches("\\+[0-9]{7,15}")) {
      twilioError(exchange, 400, 21211, "Invalid 'To' Phone Number");
    } else if (received.form().getOrDefault("To", "").endsWith("0000")) {
      twilioError(exchange, 400, 21610, "Attempt to send to unsubscribed recipient");
    } else if (!received.form().containsKey("From")
        && !received.form().containsKey("MessagingServiceSid")) {
      twilioError(exchange, 400, 21603, "A 'From' phone number is required");
    } else {
      taken.add(received);
      String id = (received.path().endsWith("/Calls.json") ? "CA" : "SM") + ids.incrementAndGet();
      say(
          exchange,
          201,
          "{\"sid\":\"" + id + "00000000\",\"status\":\"queued\",\"error_code\":null}");
    }
  }

  private static void twilioError(HttpExchange exchange, int status, int code, String message)
      throws IOException {
    say(
        exchange,
        status,
        "{\"code\":%d,\"message\":\"%s\",\"more_info\":\"https://www.twilio.com/docs/errors/%d\",\"status\":%d}"
            .formatted(code, message, code, status));
  }

  /** https://developer.pagerduty.com/docs/events-api-v2/trigger-events */
  private void pagerDuty(HttpExchange exchange, Received received) throws IOException {
    JsonNode event = received.json();
    boolean triggers = event.path("event_action").asText().equals("trigger");
    boolean whole =
        event.path("routing_key").asText().equals(ROUTING_KEY)
            && (triggers
                ? List.of("summary", "source", "severity").stream()
                    .allMatch(field -> event.path("payload").path(field).isTextual())
                : event.path("dedup_key").isTextual());
    if (!whole) {
      say(
          exchange,
          400,
          "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\",\"errors\":[]}");
      return;
    }
    if (!event.path("dedup_key").asText().equals(PagerDutyProtocol.TRIAL)) {
      taken.add(received);
    }
    say(
        exchange,
        202,
        "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":"
            + event.path("dedup_key")
            + "}");
  }

  private void teams(HttpExchange exchange, Received received) throws IOException {
    JsonNode card = received.json().path("attachments").path(0);
    boolean whole =
        card.path("contentType").asText().equals("application/vnd.microsoft.card.adaptive")
            && card.path("content").path("type").asText().equals("AdaptiveCard");
    if (whole) {
      taken.add(received);
    }
    say(exchange, whole ? 202 : 400, "");
  }

  private void slack(HttpExchange exchange, Received received) throws IOException {
    boolean whole = received.json().path("text").isTextual();
    if (whole) {
      taken.add(received);
    }
    say(exchange, whole ? 200 : 400, whole ? "ok" : "invalid_payload");
  }

  private static void fail(HttpExchange exchange, Fault fault) throws IOException {
    if (fault.status() != 0) {
      fault.headers().forEach(exchange.getResponseHeaders()::add);
      say(exchange, fault.status(), fault.body());
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Map<String, String> form(HttpExchange exchange, String body) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (!"application/x-www-form-urlencoded".equals(type)) {
      return new HashMap<>();
    }
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], UTF_8)));
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
  }
}
