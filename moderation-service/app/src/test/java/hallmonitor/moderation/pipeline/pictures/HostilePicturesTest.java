package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.messaging.picture.words.Tesseract;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.store.archive.FetchKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sites that attack this server with a picture: each harms nothing, and each is told. */
class HostilePicturesTest {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_OF_A_VIDEO = 4 << 20;

  private final PictureStage pictures = new PictureStage();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer site;
  private SafeFetch fetch;

  @BeforeEach
  void listen() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.setExecutor(threads);
    site.start();
    within(Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    over.countDown();
    fetch.close();
    site.stop(0);
    threads.shutdownNow();
    pictures.close();
  }

  private void within(Duration time) {
    if (fetch != null) {
      fetch.close();
    }
    fetch = new SafeFetch(InetAddress::getAllByName, new SafeFetch.Caps(MOST_BYTES, time));
    pictures.from(
        (account, url, kind) ->
            kind == FetchKind.VIDEO
                ? fetch.fetchOrVideo(url, Optional.of(URI.create(address())), MOST_OF_A_VIDEO)
                : fetch.fetchUnlessVideo(url, Optional.of(URI.create(address()))));
  }

  private String address() {
    return "http://127.0.0.1:" + site.getAddress().getPort();
  }

  private void answers(HttpHandler answer) {
    site.createContext("/picture.png", answer);
  }

  private String told() throws Exception {
    pictures.read(aComment("17").saying("See you"), address() + "/picture.png");
    pictures.readPictures();
    assertThat(pictures.outcome()).isEqualTo("allow");
    return pictures.states().get(0);
  }

  private static void answer(HttpExchange exchange, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  @Test
  void aPictureOfAHundredMegabytesIsNotTaken() throws Exception {
    answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 100L << 20);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
            for (int i = 0; i < 100; i++) {
              body.write(new byte[1 << 20]);
            }
          }
        });

    assertThat(told()).isEqualTo("unread too-large");
    assertThat(pictures.kept()).isEmpty();
  }

  @Test
  void aSiteThatSendsNothingIsLeftAndAskedAgain() throws Exception {
    within(Duration.ofMillis(200));
    answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          await(over);
        });

    assertThat(told()).isEqualTo("waiting too-slow");
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void aSiteThatLeadsIntoThisServersNetworkIsNotFollowed() throws Exception {
    HttpServer inside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inside.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          answer(exchange, "image/gif", PictureStage.picture("secret"));
        });
    inside.start();
    answers(
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Location", "http://127.0.0.1:" + inside.getAddress().getPort() + "/");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });

    assertThat(told()).isEqualTo("unread host");
    assertThat(asked).hasValue(0);
    inside.stop(0);
  }

  @Test
  void aDrawingWithAScriptIsNoPicture() throws Exception {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><script>fetch('http://127.0.0.1')</script></svg>";
    answers(exchange -> answer(exchange, "image/svg+xml", svg.getBytes(UTF_8)));

    assertThat(told()).isEqualTo("unread no-picture");
    assertThat(pictures.kept()).isEmpty();
  }

  @Test
  void aPageThatSaysItIsAPictureIsNone() throws Exception {
    answers(exchange -> answer(exchange, "image/png", "<html>Hello</html>".getBytes(UTF_8)));

    assertThat(told()).isEqualTo("unread no-picture");
    assertThat(pictures.kept()).isEmpty();
  }

  /** Returns what is told of a picture that the service's own reader gets, if it is installed. */
  private String toldByTesseract(byte[] picture) throws Exception {
    try (Tesseract tesseract = new Tesseract(Duration.ofSeconds(30))) {
      pictures.by(tesseract);
      answers(exchange -> answer(exchange, "image/gif", picture));
      return told();
    }
  }

  @Test
  void aFileThatOnlyBeginsLikeAPictureIsTold() throws Exception {
    assertThat(toldByTesseract(PictureStage.picture("9a and no more")))
        .isIn("unread no-picture", "unread no-reader");
  }

  @Test
  void aSmallFileThatClaimsManyPixelsIsNeitherReadNorHashed() throws Exception {
    byte[] bomb = PictureHost.picture("png", 400, 300);
    ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());

    assertThat(toldByTesseract(bomb)).isIn("unread no-picture", "unread no-reader");
    assertThat(pictures.stage.database.count("picture_hash")).isZero();
  }

  @Test
  void onlyTheFirstOfTenThousandMovingPicturesIsRead() throws Exception {
    assertThat(toldByTesseract(moving(10_000))).isIn("read moving", "unread no-reader");
  }

  private static byte[] moving(int pictures) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    IIOImage one =
        new IIOImage(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_BINARY), null, null);
    try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(to);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < pictures; i++) {
        writer.writeToSequence(one, null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
