package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.messaging.picture.video.Ffmpeg;
import hallmonitor.messaging.picture.words.Tesseract;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.testparts.FilmMaker;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos of a real site, looked at by ffmpeg and read by Tesseract, up to the verdict. */
class VideosJudgedTest {
  private static final int MOST_OF_A_VIDEO = 4 << 20;

  @TempDir Path folder;
  private final PictureStage pictures = new PictureStage();
  private final Ffmpeg ffmpeg = new Ffmpeg(Duration.ofSeconds(60), 5);
  private final Tesseract tesseract = new Tesseract(Duration.ofSeconds(60));
  private final SafeFetch fetch =
      new SafeFetch(InetAddress::getAllByName, new SafeFetch.Caps(1 << 20, Duration.ofSeconds(60)));

  private HttpServer site;
  private byte[] body = {};

  @BeforeEach
  void start() throws IOException {
    assumeThat(ffmpeg.isReady()).as("ffmpeg: install Debian's ffmpeg").isTrue();
    assumeThat(tesseract.isReady())
        .as("Tesseract: install Debian's tesseract-ocr and tesseract-ocr-spa")
        .isTrue();
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/clip",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    site.start();
    pictures.from(
        (account, url, kind) ->
            kind == FetchKind.VIDEO
                ? fetch.fetchOrVideo(url, Optional.of(URI.create(address())), MOST_OF_A_VIDEO)
                : fetch.fetchUnlessVideo(url, Optional.of(URI.create(address()))));
    pictures.by(ffmpeg, tesseract);
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.stop(0);
    }
    fetch.close();
    ffmpeg.close();
    tesseract.close();
    pictures.close();
  }

  private String address() {
    return "http://127.0.0.1:" + site.getAddress().getPort();
  }

  private String told(byte[] content) throws Exception {
    body = content;
    pictures.read(aComment("17").saying("See you"), address() + "/clip");
    pictures.readPictures();
    return pictures.states().get(0);
  }

  private static BufferedImage saying(String words) {
    BufferedImage image = new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(new Color(60, 90, 70));
    drawing.fillRect(0, 0, 900, 500);
    drawing.setColor(Color.WHITE);
    drawing.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 60));
    drawing.drawString(words, 40, 260);
    drawing.dispose();
    return image;
  }

  @Test
  void aThreatInTheSecondHalfOfAVideoIsEscalated() throws Exception {
    byte[] film =
        new FilmMaker(folder)
            .film("film.mp4", 4, saying("Spring Book Fair"), saying("I will shoot them all"));

    assertThat(told(film)).isEqualTo("read frames");

    assertThat(pictures.stage.database.one("select words from picture_reading", String.class))
        .contains("Spring Book Fair", "I will shoot them all");
    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.stage.database.count("comment_picture")).isEqualTo(5);
  }

  @Test
  void aKnownPictureInAVideoIsFound() throws Exception {
    PostedPhoto known = PostedPhoto.number(1);
    pictures.looksFor(PostedPhoto.list("threat", "1") + known.entry("one"));
    byte[] film = new FilmMaker(folder).film("film.webm", 3, known.pixels());

    assertThat(told(film)).isEqualTo("read frames");

    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(
            pictures.stage.database.one(
                "select octet_length(hashes) = 512 * (select count(*) from comment_picture) from picture_hash",
                Boolean.class))
        .as("16 hashes of each frame are kept")
        .isTrue();
  }

  @Test
  void aVideoThatIsTooLargeIsTold() throws Exception {
    byte[] large = new byte[MOST_OF_A_VIDEO + 1];
    new Random(1).nextBytes(large);
    System.arraycopy("\0\0\0\u0020ftypisom".getBytes(ISO_8859_1), 0, large, 0, 12);

    assertThat(told(large)).isEqualTo("unread too-large");
    assertThat(pictures.outcome()).isEqualTo("allow");
  }

  @Test
  void aFileThatOnlyBeginsLikeAVideoIsTold() throws Exception {
    byte[] broken = new byte[100_000];
    new Random(1).nextBytes(broken);
    System.arraycopy("\0\0\0\u0020ftypisom".getBytes(ISO_8859_1), 0, broken, 0, 12);

    assertThat(told(broken)).isEqualTo("unread no-frames");
    assertThat(pictures.kept()).isEmpty();
  }

  @Test
  void aListOfFilesIsNoVideo() throws Exception {
    String list = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n";

    assertThat(told(list.getBytes(ISO_8859_1))).isEqualTo("unread no-picture");
    assertThat(pictures.kept()).isEmpty();
  }
}
