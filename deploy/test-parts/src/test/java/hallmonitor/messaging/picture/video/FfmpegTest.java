package hallmonitor.messaging.picture.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import hallmonitor.testparts.FilmMaker;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What videos show, and which are made so that they can be looked at. */
class FfmpegTest {
  @TempDir Path folder;
  private final Ffmpeg ffmpeg = new Ffmpeg(Duration.ofSeconds(60), 5);
  private FilmMaker maker;

  @BeforeEach
  void installed() {
    assumeThat(ffmpeg.isReady()).as("ffmpeg: install Debian's ffmpeg").isTrue();
    maker = new FilmMaker(folder);
  }

  @AfterEach
  void close() {
    ffmpeg.close();
  }

  private static BufferedImage scene(Color color, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(color);
    drawing.fillRect(0, 0, width, height);
    drawing.dispose();
    return image;
  }

  private static VideoFile file(byte[] video) throws IOException {
    return VideoFile.write(
        VideoType.of(video).orElseThrow(), new byte[0], new ByteArrayInputStream(video), 1 << 26);
  }

  private List<BufferedImage> frames(byte[] video) throws Exception {
    List<BufferedImage> frames = new ArrayList<>();
    try (VideoFile file = file(video)) {
      for (int second : ffmpeg.seconds(file)) {
        Optional<byte[]> frame = ffmpeg.frame(file, second);
        if (frame.isPresent()) {
          frames.add(ImageIO.read(new ByteArrayInputStream(frame.get())));
        }
      }
    }
    return frames;
  }

  private static String color(BufferedImage frame) {
    int rgb = frame.getRGB(frame.getWidth() / 2, frame.getHeight() / 2);
    return (rgb >> 16 & 0xFF) > 128 ? "red" : (rgb & 0xFF) > 128 ? "blue" : "other";
  }

  @ParameterizedTest
  @ValueSource(strings = {"film.mp4", "film.mov", "film.webm", "film.mkv"})
  void eachKindShowsItsScenes(String name) throws Exception {
    byte[] film = maker.film(name, 5, scene(Color.RED, 320, 240), scene(Color.BLUE, 320, 240));

    List<BufferedImage> frames = frames(film);

    assertThat(frames)
        .extracting(FfmpegTest::color)
        .containsExactly("red", "red", "red", "blue", "blue");
    assertThat(frames).allMatch(frame -> frame.getWidth() == 320 && frame.getHeight() == 240);
  }

  @Test
  void itTakesAFrameOfTheVideoThatItIsTriedOutWith() {
    assertThat(ffmpeg.isWorking()).isTrue();
  }

  @Test
  void aLargeFrameIsMadeSmallerAndATinyOneStays() throws Exception {
    byte[] large = maker.film("large.mp4", 1, scene(Color.RED, 3_840, 2_160));
    byte[] tiny = maker.film("tiny.webm", 1, scene(Color.RED, 1, 1));

    assertThat(frames(large)).extracting(BufferedImage::getWidth).containsOnly(1_600);
    assertThat(frames(large)).extracting(BufferedImage::getHeight).containsOnly(900);
    assertThat(frames(tiny)).allMatch(frame -> frame.getWidth() == 1 && frame.getHeight() == 1);
  }

  @Test
  void ofTenHoursTheFirstThreeMinutesAreLookedAt() throws Exception {
    byte[] film =
        maker.made(
            "long.mp4",
            List.of("-f", "lavfi", "-i", "color=red:size=64x64:rate=1/60", "-t", "36000"));

    try (VideoFile file = file(film)) {
      assertThat(ffmpeg.seconds(file)).containsExactly(0, 60, 120, 180);
    }
    assertThat(frames(film)).hasSize(4);
  }

  @Test
  void whatComesMinutesAfterTheRestHidesNothingOfIt() throws Exception {
    byte[] film =
        maker.made(
            "late.mkv",
            List.of(
                "-f",
                "lavfi",
                "-i",
                "color=red:size=64x64:rate=5:d=5",
                "-vf",
                "setpts='if(eq(N,24),170/TB,PTS)'",
                "-fps_mode",
                "passthrough"));

    try (VideoFile file = file(film)) {
      assertThat(ffmpeg.seconds(file)).containsExactly(0, 1, 2, 3, 170);
    }
    assertThat(frames(film)).hasSize(5);
  }

  @Test
  void whatABrowserRecordedWithoutALengthIsLookedAt() throws Exception {
    byte[] film =
        maker.made(
            "live.webm",
            List.of("-f", "lavfi", "-i", "color=red:size=64x64:rate=5:d=4", "-live", "1"));

    assertThat(frames(film)).extracting(FfmpegTest::color).contains("red");
  }

  @Test
  void coversSubtitlesSoundAndAttachmentsAreNotTheVideo() throws Exception {
    ImageIO.write(scene(Color.BLUE, 64, 64), "png", folder.resolve("cover.png").toFile());
    Files.writeString(folder.resolve("said.srt"), "1\n00:00:00,000 --> 00:00:02,000\nHello\n");
    byte[] film =
        maker.made(
            "all.mkv",
            List.of(
                "-f",
                "lavfi",
                "-i",
                "color=red:size=64x64:rate=5:d=2",
                "-f",
                "lavfi",
                "-i",
                "sine=d=2",
                "-i",
                maker.path("said.srt"),
                "-attach",
                maker.path("cover.png"),
                "-metadata:s:t",
                "mimetype=image/png"));

    assertThat(frames(film)).extracting(FfmpegTest::color).containsOnly("red");
  }

  @Test
  void moreThan25MillionPixelsAreNotDecoded() throws Exception {
    byte[] film =
        maker.made(
            "wide.mkv",
            List.of("-f", "lavfi", "-i", "color=red:size=8192x4096:rate=1:d=1", "-c:v", "mjpeg"));

    assertThat(frames(film)).isEmpty();
  }

  @Test
  void aDecoderThatNoPhoneOrBrowserNeedsIsNotUsed() throws Exception {
    byte[] film =
        maker.made(
            "rare.mkv",
            List.of("-f", "lavfi", "-i", "color=red:size=64x64:rate=5:d=2", "-c:v", "ffv1"));

    assertThat(frames(film)).isEmpty();
  }

  @Test
  void soundAloneShowsNothing() throws Exception {
    byte[] film = maker.made("sound.mp4", List.of("-f", "lavfi", "-i", "sine=d=2"));

    assertThat(frames(film)).isEmpty();
  }

  @Test
  void aCutFileShowsWhatItHasOrNothing() throws Exception {
    byte[] film = maker.film("cut.webm", 5, scene(Color.RED, 320, 240));

    assertThat(frames(Arrays.copyOf(film, film.length / 2)))
        .extracting(FfmpegTest::color)
        .doesNotContain("blue", "other");
    assertThat(frames(Arrays.copyOf(film, 40))).isEmpty();
  }

  /** A list of files that comes under the name of a video is never taken for one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nsecret.mp4\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile secret.mp4\n",
        "\0\0\0\u0010ftypisom\0\0\0\0#EXTM3U\nsecret.mp4\n"
      })
  void noOtherFileIsOpened(String list) throws Exception {
    maker.film("secret.mp4", 1, scene(Color.RED, 64, 64));
    String absolute = list.replace("secret.mp4", maker.path("secret.mp4"));

    for (VideoType type : VideoType.values()) {
      InputStream content = new ByteArrayInputStream(absolute.getBytes());
      try (VideoFile file = VideoFile.write(type, new byte[0], content, 1 << 20)) {
        assertThat(ffmpeg.seconds(file)).isEmpty();
        assertThat(ffmpeg.frame(file, 0)).isEmpty();
      }
    }
  }

  /** A pipe that nobody writes to stands for a file that never comes to an end. */
  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whatNeverEndsIsEnded() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (Ffmpeg impatient = new Ffmpeg(Duration.ofSeconds(10), 5)) {
      assumeThat(impatient.isReady()).isTrue();
      VideoFile endless = new VideoFile(VideoType.MP4, pipe, 0, "");

      assertThatThrownBy(() -> impatient.seconds(endless)).isInstanceOf(FrameTaker.TooLong.class);
      assertThatThrownBy(() -> impatient.frame(endless, 0)).isInstanceOf(FrameTaker.TooLong.class);
    }
  }
}
