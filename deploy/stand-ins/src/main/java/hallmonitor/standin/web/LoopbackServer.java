package hallmonitor.standin.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small HTTP server for this machine only. It binds to 127.0.0.1, unless it is told otherwise,
 * and refuses a foreign Host header, so that a web site that points its own name at 127.0.0.1 (DNS
 * rebinding) cannot read anything. Every answer has a strict Content-Security-Policy: no inline
 * script or style, nothing from elsewhere.
 */
public final class LoopbackServer implements AutoCloseable {
  /** Part of an oversized body that is still read, so that its sender receives the answer. */
  private static final long MOST_THROWN_AWAY = 32L << 20;

  /** Larger than any comment that WordPress stores; larger bodies get 413. */
  static final int MAX_BODY_BYTES = 1 << 20;

  private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());
  private static final Map<String, String> EVERY_ANSWER =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  static {
    // Otherwise Nagle's algorithm and delayed acknowledgment add 40 ms to every small answer.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final Set<HttpExchange> silent = ConcurrentHashMap.newKeySet();

  private LoopbackServer(HttpServer server, String name) {
    this.server = server;
    this.threads =
        Executors.newFixedThreadPool(
            8,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to listen.
   *
   * @param port 0 takes any free port, see {@link #port()}
   * @throws IOException if the port is taken; its message says which
   */
  public static LoopbackServer start(int port, String name, Route route) throws IOException {
    return start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port, name, route);
  }

  /**
   * Starts to listen at another address. That is for a container: what is published of it to
   * 127.0.0.1 of its host arrives at the container's own address.
   *
   * @throws IOException if the port is taken; its message says which
   */
  public static LoopbackServer start(InetAddress address, int port, String name, Route route)
      throws IOException {
    HttpServer http;
    try {
      http = HttpServer.create(new InetSocketAddress(address, port), 128);
    } catch (java.net.BindException e) {
      throw new IOException(
          "Port %d for the %s is in use: stop the program that holds it, or choose another port."
              .formatted(port, name),
          e);
    }
    var started = new LoopbackServer(http, name);
    http.createContext("/", exchange -> started.serve(exchange, route));
    http.setExecutor(started.threads);
    http.start();
    return started;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  private void serve(HttpExchange exchange, Route route) {
    RouteAnswer answer;
    try {
      answer = hostIsOurs(exchange) ? guarded(exchange, route) : misdirected();
    } catch (Exception e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "A request to the local page at port " + port() + " failed",
          e);
      answer = RouteAnswer.refusal(500, "Something went wrong here: try again.");
    }
    if (answer instanceof RouteAnswer.Now now) {
      send(exchange, now);
    } else if (answer instanceof RouteAnswer.Later later) {
      later.answer().whenCompleteAsync((now, fault) -> finish(exchange, now), threads);
    } else if (answer instanceof RouteAnswer.Silence) {
      silent.add(exchange);
    } else {
      exchange.close();
    }
  }

  private void finish(HttpExchange exchange, RouteAnswer.Now now) {
    if (now == null) {
      exchange.close();
    } else {
      send(exchange, now);
    }
  }

  /** Refuses writes by another site's script or form with this browser's cookie. */
  private RouteAnswer guarded(HttpExchange exchange, Route route) throws Exception {
    String method = exchange.getRequestMethod();
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    String host = exchange.getRequestHeaders().getFirst("Host");
    boolean reads = method.equals("GET") || method.equals("HEAD");
    if (!reads && origin != null && !origin.equals("http://" + host)) {
      return RouteAnswer.refusal(403, "Open the page at " + url() + "/ and write there.");
    }
    return route(exchange, route);
  }

  private static RouteAnswer route(HttpExchange exchange, Route route) throws Exception {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      // Closing a connection with unread input resets it, and the sender never sees the answer.
      throwAway(exchange.getRequestBody());
      return RouteAnswer.refusal(413, "That is too long: send less than one megabyte.")
          .with("Connection", "close");
    }
    var uri = exchange.getRequestURI();
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return route.handle(
        new Request(
            exchange.getRequestMethod().toUpperCase(Locale.ROOT),
            uri.getPath(),
            Request.parameters(uri.getRawQuery()),
            headers,
            body));
  }

  private static void throwAway(InputStream rest) throws IOException {
    byte[] some = new byte[1 << 16];
    int read = 0;
    for (long left = MOST_THROWN_AWAY; left > 0 && read >= 0; left -= read) {
      read = rest.read(some);
    }
  }

  private boolean hostIsOurs(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null
        && (host.equals("127.0.0.1:" + port()) || host.equalsIgnoreCase("localhost:" + port()));
  }

  private RouteAnswer.Now misdirected() {
    return RouteAnswer.text(421, "This page answers only at " + url() + "/ on this machine.");
  }

  private static void send(HttpExchange exchange, RouteAnswer.Now now) {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      EVERY_ANSWER.forEach(headers::set);
      now.headers().forEach(headers::set);
      boolean bodiless = exchange.getRequestMethod().equals("HEAD") || now.body().length == 0;
      exchange.sendResponseHeaders(now.status(), bodiless ? -1 : now.body().length);
      if (!bodiless) {
        exchange.getResponseBody().write(now.body());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The browser went away", e);
    }
  }

  @Override
  public void close() {
    silent.forEach(HttpExchange::close);
    server.stop(0);
    threads.shutdownNow();
  }
}
