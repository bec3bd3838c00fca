package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpHandler;
import hallmonitor.moderation.console.access.sso.Flow;
import hallmonitor.moderation.console.access.sso.Providers;
import hallmonitor.testparts.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A provider on this machine and the console's side of it, without a console around it. */
final class SsoStage implements AutoCloseable {
  static final URI RETURN = URI.create("https://console.example/sign-in/sso/return");

  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  final URI issuer;
  final Flow flow = Flow.begin("/queue");
  final Providers providers;
  private final AtomicLong seconds = new AtomicLong();
  OidcProvider provider;

  SsoStage() throws IOException {
    issuer = URI.create("http://127.0.0.1:" + TestPorts.one());
    providers =
        new Providers(
            issuer,
            OidcProvider.CLIENT,
            RETURN,
            Optional.empty(),
            () -> START.plusSeconds(seconds.get()));
    up();
  }

  /** Starts the provider, or restarts it. */
  void up() throws IOException {
    provider = new OidcProvider(issuer);
    provider.knows(Map.of("sub", "7001", "roles", List.of("a", "b"), "email_verified", true));
  }

  void passes(long time) {
    seconds.addAndGet(time);
  }

  /** Returns a code that the provider issued for the flow. */
  String code() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(providers.ask(flow)).build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceAll(".*code=([^&]+).*", "$1");
  }

  /** Returns the claims of a fresh code. */
  Map<String, Object> redeem() throws Exception {
    return redeem(code());
  }

  Map<String, Object> redeem(String code) throws Exception {
    return providers.redeem(code, flow, OidcProvider.SECRET);
  }

  static HttpHandler answer(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  @Override
  public void close() {
    provider.close();
  }
}
