package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.pipeline.jobs.PictureReadingJob;
import hallmonitor.moderation.store.archive.ClaimedPicture;
import hallmonitor.moderation.store.archive.FetchHour;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.HourlyLimit;
import hallmonitor.moderation.store.archive.PictureFetches;
import hallmonitor.moderation.store.archive.PictureQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Videos wait in a line of their own, and no picture waits for them. */
class VideoLineTest {
  private static final String CLIP = "https://pictures.example/clip.mp4";
  private static final String SECOND = "https://pictures.example/second.mp4";
  private static final String ELSEWHERE = "https://elsewhere.example/third.mp4";
  private static final String MEME = "https://pictures.example/meme.gif";
  private static final byte[] FILM = "a film".getBytes(UTF_8);

  private final PictureStage pictures = new PictureStage();
  private final FilmProjector film = new FilmProjector();

  @AfterEach
  void close() {
    pictures.close();
  }

  private void posted(String... urls) throws Exception {
    film.shows(0, "Book Fair");
    pictures.by(film);
    for (String url : urls) {
      pictures.hasVideo(url, FILM);
    }
    pictures.read(aComment("17").saying("See you"), urls);
  }

  private void threatOnAPicture() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("18").saying("See you"), MEME);
  }

  @Test
  void videosThatUsedUpTheirBytesHoldUpNoPicture() throws Exception {
    pictures.set(new VideoSettings(new HourlyLimit(100, FILM.length), 1 << 20));
    posted(CLIP, ELSEWHERE);
    pictures.readPictures();
    threatOnAPicture();

    pictures.readPictures();

    assertThat(pictures.states()).containsExactlyInAnyOrder("read frames", "waiting", "read");
    assertThat(pictures.outcome("18")).isEqualTo("escalate");
    pictures.set(PictureStage.VIDEOS);
    pictures.readPictures();
    assertThat(pictures.states()).containsExactlyInAnyOrder("read frames", "read frames", "read");
  }

  @Test
  void picturesThatUsedUpTheirBytesHoldUpNoVideo() throws Exception {
    posted(CLIP);
    pictures.reading().readNext();
    pictures.set(new ReadingSettings(true, new HourlyLimit(100, 1), 1 << 20, 1 << 10, false));

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read frames");
  }

  @Test
  void whileAVideoIsLookedAtItsHostIsAskedForOthers() throws Exception {
    posted(CLIP, SECOND);
    StringBuilder meanwhile = new StringBuilder();
    film.before.put(
        0,
        () -> {
          film.before.clear();
          meanwhile.append(claimed(FetchKind.PICTURE)).append(' ').append(claimed(FetchKind.VIDEO));
        });
    pictures.reading().readNext();
    pictures.reading().readNext();
    threatOnAPicture();

    pictures.reading().readNextVideo();

    assertThat(meanwhile.toString().split(" "))
        .hasSize(2)
        .startsWith(MEME)
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  private String claimed(FetchKind kind) {
    return pictures
        .stage
        .database
        .jdbi()
        .inTransaction(
            t -> {
              Optional<ClaimedPicture> claimed =
                  new PictureQueue(t)
                      .claim(Duration.ofMinutes(3), kind, PictureStage.SETTINGS.hourly());
              return claimed.map(ClaimedPicture::url).orElse("");
            });
  }

  @Test
  void threeVideosThatHangHoldUpNoPicture() throws Exception {
    posted(CLIP, SECOND, ELSEWHERE);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    film.before.put(
        0,
        () -> {
          begun.countDown();
          waitFor(end);
        });
    try (PictureReadingJob job = new PictureReadingJob(pictures.reading(), true, true)) {
      await()
          .until(
              () -> {
                job.round();
                return begun.getCount() == 0;
              });
      threatOnAPicture();

      await()
          .until(
              () -> {
                job.round();
                return pictures.states().contains("read");
              });
      assertThat(pictures.states()).doesNotContain("read frames");
      end.countDown();
    }
  }

  private static void waitFor(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void eachTryCountsWithWhatItBrought() throws Exception {
    pictures.set(new ReadingSettings(true, new HourlyLimit(100, 100), 1 << 20, 1 << 10, false));
    pictures.breaksOff(MEME, 60);
    pictures.read(aComment("17").saying("See you"), MEME);
    for (int i = 0; i < 4; i++) {
      pictures.readPictures();
      pictures.later();
    }

    assertThat(pictures.fetched).containsExactly(MEME, MEME);
  }

  @Test
  void aFetchThatEndsTheProcessCountsWithAllThatItMayBring() {
    HourlyLimit limit = new HourlyLimit(9, 50);
    pictures
        .stage
        .database
        .jdbi()
        .inTransaction(t -> PictureFetches.start(t, FetchHour.VIDEO, false, 50));

    assertThat(isWithin(FetchHour.VIDEO, limit)).isFalse();
    assertThat(isWithin(FetchHour.PICTURE, limit)).isTrue();
    assertThat(isWithin(FetchHour.POST, limit)).isTrue();
    assertThat(isWithin(FetchHour.PERSON, limit)).isTrue();
  }

  private boolean isWithin(FetchHour hour, HourlyLimit limit) {
    return pictures
        .stage
        .database
        .jdbi()
        .withHandle(h -> PictureFetches.left(h, hour, limit).first());
  }

  @Test
  void aVideoIsLookedAtWithoutRoomForItsFrames() throws Exception {
    film.shows(0, "I will shoot them all");
    pictures.by(film);
    pictures.set(new ReadingSettings(true, PictureStage.SETTINGS.hourly(), 20, 30, false));
    pictures.hasVideo(CLIP, FILM);
    pictures.read(aComment("17").saying("See you"), CLIP);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.kept()).isEmpty();
    assertThat(pictures.stage.database.count("picture_reading where no_room")).isEqualTo(1);
  }

  @Test
  void furtherTriesOfVideosLeaveMostOfTheirHourToFirstOnes() throws Exception {
    pictures.set(new VideoSettings(new HourlyLimit(100, 400), 100));
    posted(CLIP);
    pictures.reading().readNext();
    again(FetchHour.VIDEO, 100);
    pictures
        .stage
        .database
        .jdbi()
        .useHandle(h -> h.execute("update picture_reading set tries = 1"));
    assertThat(pictures.reading().readNextVideo()).as("its quarter is used up").isFalse();

    pictures
        .stage
        .database
        .jdbi()
        .useHandle(h -> h.execute("update picture_reading set tries = 0"));
    assertThat(pictures.reading().readNextVideo()).isTrue();
  }

  private void again(FetchHour hour, long bytes) {
    pictures.stage.database.jdbi().inTransaction(t -> PictureFetches.start(t, hour, true, bytes));
  }
}
