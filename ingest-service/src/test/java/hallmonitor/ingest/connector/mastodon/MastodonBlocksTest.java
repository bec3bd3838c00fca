package hallmonitor.ingest.connector.mastodon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.BlockSource.BlockPage;
import hallmonitor.ingest.connector.Platform.Access;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests the list of blocks as Mastodon documents it
 * (https://docs.joinmastodon.org/methods/blocks/), which snac does not have.
 */
class MastodonBlocksTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/api/v1/blocks", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean second = exchange.getRequestURI().getQuery().contains("max_id=77");
    if (!second) {
      exchange
          .getResponseHeaders()
          .add(
              "Link",
              "<%s/api/v1/blocks?limit=80&max_id=77>; rel=\"next\", <%s/api/v1/blocks?since_id=90>; rel=\"prev\""
                  .formatted(url(), url()));
    }
    byte[] body =
        (second
                ? "[{\"acct\":\"kim\",\"uri\":\"https://a.example/users/kim\",\"display_name\":\"\"}]"
                : "[{\"acct\":\"lee\",\"uri\":\"https://a.example/users/lee\",\"display_name\":\"R."
                    + " Lee\"}]")
            .getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Test
  void thePagesFollowTheLinkAndNameAuthorsAsTheirCommentsDo() throws Exception {
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> "token");
    RateBudget budget = new RateBudget(100, 100, () -> 0);
    BlockSource blocks =
        new Mastodon()
            .connect(new Access("site", URI.create(url()), "credential", secrets, budget))
            .blocks()
            .orElseThrow();

    BlockPage first = blocks.blocks("");
    BlockPage second = blocks.blocks(first.next());

    assertThat(first.authors())
        .containsExactly(new Author(Optional.of("https://a.example/users/lee"), "R. Lee"));
    assertThat(second.authors())
        .containsExactly(new Author(Optional.of("https://a.example/users/kim"), "kim"));
    assertThat(second.next()).isEmpty();
  }
}
