package hallmonitor.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.Topic;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Someone who may edit the district's file points a new account at a server of their own, and names
 * a credential that the district entered for its blog. The server writes down what it is sent.
 */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "ingest"))
@Execution(ExecutionMode.SAME_THREAD)
@QuarkusTestResource(ConfiguredDistrict.class)
class CredentialTheftTest extends OneAccountTests {
  private static final List<String> SECRETS =
      List.of("moderator:password", "bW9kZXJhdG9yOnBhc3N3b3Jk", "password");

  private final List<String> received = new CopyOnWriteArrayList<>();

  private HttpServer listener() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().entrySet(),
                      new String(body, ISO_8859_1)));
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private AccountStatus of(String id) {
    return topics.read(Topic.ACCOUNT_STATUS, AccountStatus.class).stream()
        .filter(status -> status.account().equals(id))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  @Test
  void aCredentialThatWasEnteredForTheBlogIsNeverSentToAnotherPlatformsServer() throws Exception {
    HttpServer server = listener();
    try {
      String thief = account + "-x";
      district(
          ConfiguredDistrict.with(account, site.url(), "present")
              + """
                - id: %s
                  platform: mastodon
                  building: high
                  kind: school
                  administrator: novak
                  base-url: http://127.0.0.1:%d
                  credential: present
                  polling: { floor: 50ms, idle: 200ms }
              """
                  .formatted(thief, server.getAddress().getPort()));

      await().until(() -> of(thief) != null && of(thief).state() == AccountStatus.State.SIGNED_OUT);

      assertThat(of(thief).toString()).contains("'present' belongs to", "is not sent to");
      assertThat(received).noneMatch(request -> SECRETS.stream().anyMatch(request::contains));
      assertThat(status().state())
          .as("the blog itself goes on")
          .isEqualTo(AccountStatus.State.CONNECTED);
    } finally {
      server.stop(0);
    }
  }
}
