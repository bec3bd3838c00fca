package hallmonitor.ingest.connector.mastodon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.AccountProfile.Portrait;
import hallmonitor.ingest.connector.FaultyProxy;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests what is read of an account (https://docs.joinmastodon.org/entities/Account/). */
class MastodonProfileTest {
  private HttpServer server;
  private int status = 200;
  private String account = "{}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/accounts/verify_credentials",
        exchange -> FaultyProxy.answer(exchange, status, account.getBytes(UTF_8)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private AccountProfile read() throws PlatformException {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    AccountSecrets secrets = new AccountSecrets(Path.of("none"), name -> "token");
    RateBudget budget = new RateBudget(100, 100, System::nanoTime);
    return new Mastodon()
        .connect(new Access("masto", url, "credential", secrets, budget))
        .profile()
        .orElseThrow()
        .profile();
  }

  @Test
  void theNoteAndTheFieldsAreRead() throws Exception {
    account =
        """
        {"id": "1", "display_name": "Maple Valley High", "avatar": "https://files.example/crest.gif",
         "avatar_static": "https://files.example/crest.png",
         "note": "<p>Comments are</p><p>moderated &amp; kept.</p>",
         "fields": [{"name": "District", "value": "<a href=\\"https://maplevalley12.example\\">maplevalley12</a>"}]}
        """;

    AccountProfile profile = read();

    assertThat(profile.name()).isEqualTo("Maple Valley High");
    assertThat(profile.text())
        .isEqualTo("Comments are\nmoderated & kept.\nDistrict\nmaplevalley12");
    assertThat(profile.links()).containsExactly("https://maplevalley12.example");
    assertThat(profile.pictures())
        .containsExactly(new Portrait("https://files.example/crest.png", true));
  }

  @Test
  void hostileHtmlIsOnlyText() throws Exception {
    account =
        """
        {"id": "1", "note": "<img src=x onerror=alert(1)>&lt;script&gt;", "fields": "none"}
        """;

    assertThat(read().text()).isEqualTo("<script>");
  }

  @Test
  void aServerThatFailsSaysNothingOfThePage() {
    status = 503;

    assertThatThrownBy(this::read).isInstanceOf(PlatformException.class);
  }
}
