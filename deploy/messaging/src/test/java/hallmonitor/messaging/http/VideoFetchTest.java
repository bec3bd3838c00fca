package hallmonitor.messaging.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hallmonitor.messaging.http.FetchOutcome.Body;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.FetchOutcome.Video;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.messaging.picture.video.VideoFolder;
import hallmonitor.messaging.picture.video.VideoType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A video has a limit of its own and comes as a file; everything else is as before. */
class VideoFetchTest {
  private static final byte[] MP4 = "\0\0\0\u0020ftypisom".getBytes(ISO_8859_1);

  private byte[] body = {};
  private HttpServer server;
  private final SafeFetch fetch =
      new SafeFetch(InetAddress::getAllByName, new SafeFetch.Caps(1_000, Duration.ofSeconds(30)));

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    fetch.close();
    server.stop(0);
  }

  private URI site() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private FetchOutcome fetched(byte[] start, int bytes) {
    body = new byte[bytes];
    System.arraycopy(start, 0, body, 0, Math.min(bytes, start.length));
    return fetch.fetchOrVideo(site() + "/a", Optional.of(site()), 5_000);
  }

  @Test
  void aVideoComesAsAFileThatOnlyThisUserReads() throws Exception {
    Video video = (Video) fetched(MP4, 5_000);

    Path path = video.file().path();
    try (VideoFile file = video.file()) {
      assertThat(file.type()).isEqualTo(VideoType.MP4);
      assertThat(file.bytes()).isEqualTo(5_000);
      assertThat(path).hasBinaryContent(body);
      assertThat(file.sha256())
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void aVideoThatIsTooLargeIsNotKept() {
    Nothing nothing = (Nothing) fetched(MP4, 5_001);

    assertThat(nothing)
        .isEqualTo(new Nothing(Cause.TOO_LARGE, "It is larger than 5000 bytes.", false, 5_001));
  }

  @Test
  void whatIsNoVideoHasTheLimitOfAPicture() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G'};

    assertThat(((Body) fetched(png, 1_000)).content()).isEqualTo(body);
    assertThat(((Nothing) fetched(png, 1_001)).cause()).isEqualTo(Cause.TOO_LARGE);
    assertThat(((Body) fetched(png, 7)).content()).isEqualTo(body);
    assertThat(((Body) fetched(png, 0)).content()).isEmpty();
  }

  @Test
  void whereNoVideoIsAskedForItIsLikeAnythingElse() {
    ((Video) fetched(MP4, 900)).file().close();

    FetchOutcome outcome = fetch.fetch(site() + "/a", Optional.of(site()));

    assertThat(((Body) outcome).content()).isEqualTo(body);
  }

  @Test
  void whereVideosHaveNoLimitTheyHaveThatOfAPicture() {
    body = Arrays.copyOf(MP4, 1_001);

    FetchOutcome outcome = fetch.fetchOrVideo(site() + "/a", Optional.of(site()), 0);

    assertThat(((Nothing) outcome).cause()).isEqualTo(Cause.TOO_LARGE);
    body = MP4;
    assertThat(fetch.fetchOrVideo(site() + "/a", Optional.of(site()), 0)).isInstanceOf(Body.class);
  }

  @Test
  void ofAVideoOnlyTheFirstBytesAreReadWhereThatIsAskedFor() {
    body = Arrays.copyOf(MP4, 1_001);

    Nothing nothing = (Nothing) fetch.fetchUnlessVideo(site() + "/a", Optional.of(site()));

    assertThat(nothing.cause()).isEqualTo(Cause.VIDEO);
    assertThat(nothing.bytes()).isLessThan(100);
    body = new byte[900];
    assertThat(fetch.fetchUnlessVideo(site() + "/a", Optional.of(site()))).isInstanceOf(Body.class);
  }

  @Test
  void whatTheServerHasNoRoomForMayComeLater() {
    String folder = System.getProperty("java.io.tmpdir");
    System.setProperty("java.io.tmpdir", folder + "/not-there");
    try {
      Nothing nothing = (Nothing) fetched(MP4, 100);

      assertThat(nothing.cause()).isEqualTo(Cause.ROOM);
      assertThat(nothing.again()).isTrue();
    } finally {
      System.setProperty("java.io.tmpdir", folder);
    }
  }

  @Test
  void whatADeadProcessLeftIsRemovedAtTheStartOfAnother() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    long start = ended.info().startInstant().orElse(Instant.now()).toEpochMilli();
    assertThat(ended.waitFor()).isZero();
    Path left = Files.createTempFile("hall-monitor-video-" + ended.pid() + "-" + start + "-", "");
    Path reused =
        Files.createTempFile("hall-monitor-video-" + ProcessHandle.current().pid() + "-1-", "");

    try (VideoFile file = ((Video) fetched(MP4, 100)).file()) {
      VideoFolder.removeLeft();

      assertThat(file.path()).exists();
      assertThat(left).doesNotExist();
      assertThat(reused).as("its number has another process now").doesNotExist();
    }
  }

  @Test
  void whatAKilledProcessLeftIsRemovedWithTheNextVideo() throws Exception {
    Path left = Files.createTempFile("hall-monitor-video-", "");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path inUse = Files.createTempFile("hall-monitor-video-", "");

    try (VideoFile file = ((Video) fetched(MP4, 100)).file()) {
      assertThat(file.path()).exists();
      assertThat(left).doesNotExist();
      assertThat(inUse).exists();
    } finally {
      Files.deleteIfExists(inUse);
    }
  }
}
