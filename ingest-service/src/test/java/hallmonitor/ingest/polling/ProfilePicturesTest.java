package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.contract.event.ProfileRead.Picture;
import hallmonitor.ingest.connector.AccountProfile.Portrait;
import hallmonitor.messaging.http.SafeFetch;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests which pictures of a page are fetched, and what is kept of them. */
class ProfilePicturesTest {
  private HttpServer server;
  private String site;
  private final SafeFetch fetch = new SafeFetch(InetAddress::getAllByName, ProfilePictures.CAPS);
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    site = "http://127.0.0.1:" + server.getAddress().getPort();
    files.put("/crest.png", drawn("png"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
      assertThat(exchange.getRequestHeaders().containsKey("Authorization")).isFalse();
      byte[] content = files.get(exchange.getRequestURI().getPath());
      exchange.sendResponseHeaders(
          content == null ? 404 : 200, content == null ? -1 : content.length);
      if (content != null) {
        exchange.getResponseBody().write(content);
      }
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
    fetch.close();
  }

  private static byte[] drawn(String format) throws IOException {
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(Color.ORANGE);
    drawing.fillOval(20, 40, 90, 140);
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private List<Picture> of(String... addresses) {
    return ofAccountAt(site, addresses);
  }

  private List<Picture> ofAccountAt(String ownSite, String... addresses) {
    return new ProfilePictures(Optional.of(fetch), URI.create(ownSite))
        .of(List.of(addresses).stream().map(one -> new Portrait(one, true)).toList());
  }

  @Test
  void aPictureIsKeptAsWhatItLooksLikeAndItsAddressWithoutWhatSignsIt() {
    assertThat(of(site + "/crest.png?signature=geheim#x"))
        .singleElement()
        .satisfies(
            picture -> {
              assertThat(picture.address()).isEqualTo(site + "/crest.png");
              assertThat(picture.profile()).isTrue();
              assertThat(picture.prints()).isNotEmpty();
            });
  }

  @Test
  void whatIsMissingTooLargeOrNoPictureIsLeftOutAndTheOthersAreRead() throws IOException {
    files.put("/page.html", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    files.put("/large.png", new byte[6 * 1024 * 1024]);
    files.put("/scan.bmp", drawn("bmp"));

    assertThat(
            of(
                site + "/none.png",
                site + "/page.html",
                site + "/large.png",
                site + "/scan.bmp",
                site + "/crest.png"))
        .extracting(Picture::address)
        .containsExactly(site + "/crest.png");
  }

  @Test
  void anAddressOfThisNetworkThatIsNotTheAccountsOwnIsNotAsked() {
    assertThat(ofAccountAt("https://social.example", site + "/crest.png")).isEmpty();
    assertThat(of("file:///etc/passwd", "javascript:alert(1)", "not an address", "")).isEmpty();
    assertThat(of(site.replace("127.0.0.1", "localhost") + "/crest.png")).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void nothingIsFetchedWhereThatIsTurnedOff() {
    assertThat(ProfilePictures.NONE.of(List.of(new Portrait(site + "/crest.png", true)))).isEmpty();
    assertThat(asked).isEmpty();
  }
}
