package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.store.archive.PicturesAgain;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A video is judged by still frames, and is never taken for something that was read as a whole. */
class VideoReadingTest {
  private static final String CLIP = "https://pictures.example/clip.mp4";

  private final PictureStage pictures = new PictureStage();
  private final FilmProjector film = new FilmProjector();

  @AfterEach
  void close() {
    pictures.close();
  }

  private void posted() throws Exception {
    pictures.by(film);
    pictures.hasVideo(CLIP, "a film".getBytes());
    pictures.read(aComment("17").saying("See you"), CLIP);
    pictures.readPictures();
  }

  private List<String> keptSeconds() {
    return pictures
        .stage
        .database
        .rows("select second from comment_picture order by second")
        .stream()
        .map(row -> String.valueOf(row.get("second")))
        .toList();
  }

  private void sql(String statement) {
    pictures.stage.database.jdbi().useHandle(h -> h.execute(statement));
  }

  @Test
  void aThreatInOneFrameIsEscalatedAndTheFramesStay() throws Exception {
    film.shows(0, "Spring Book Fair").shows(5, "I will shoot them all").shows(9, "");

    posted();

    assertThat(pictures.states()).containsExactly("read frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.stage.database.one("select words from picture_reading", String.class))
        .isEqualTo("Spring Book Fair\nI will shoot them all");
    assertThat(keptSeconds()).containsExactly("0", "5", "9");
    assertThat(film.files).hasSize(1).noneMatch(Files::exists);
  }

  @Test
  void aVideoThatBreaksNothingOpensNoCaseAndNothingOfItStays() throws Exception {
    film.shows(0, "Spring Book Fair").shows(5, "Spring Book Fair");

    posted();

    assertThat(pictures.states()).containsExactly("read frames");
    assertThat(pictures.stage.database.one("select words from picture_reading", String.class))
        .isEqualTo("Spring Book Fair");
    assertThat(pictures.outcome()).isEqualTo("allow");
    assertThat(pictures.kept()).isEmpty();
  }

  @Test
  void aFrameThatIsAKnownPictureIsFound() throws Exception {
    PostedPhoto known = PostedPhoto.number(1);
    pictures.looksFor(PostedPhoto.list("threat", "1") + known.entry("one"));
    film.shows(0, PostedPhoto.number(2).jpeg()).shows(5, known.jpeg());

    posted();

    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.stage.database.one("select known_key from picture_reading", String.class))
        .endsWith("/one");
  }

  @Test
  void aDistrictMayWantAPersonToLookAtEachVideo() throws Exception {
    film.shows(0, "Spring Book Fair");
    pictures.by(film);
    pictures.set(PictureStage.unreadForPeople());
    pictures.hasVideo(CLIP, "a film".getBytes());
    pictures.read(aComment("17").saying("See you"), CLIP);

    pictures.readPictures();

    assertThat(pictures.outcome()).isEqualTo("review");
    assertThat(pictures.kept()).containsExactly("17");
  }

  @Test
  void withoutTheProgramVideosAreToldAndLookedAtWhenItIsInstalled() throws Exception {
    film.shows(0, "I will shoot them all").installed = false;
    posted();
    assertThat(pictures.states()).containsExactly("unread no-frame-taker");
    assertThat(pictures.outcome()).isEqualTo("allow");

    film.installed = true;
    pictures.reading().readAtLast(PictureGap.NO_FRAME_TAKER);
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  /** As long as it takes: no try is counted, so the video is not given up. */
  @Test
  void aVideoWaitsWhileItIsNotKnownWhetherTheNetworkCanBeKeptAway() throws Exception {
    film.shows(0, "I will shoot them all").undecided = true;
    for (int round = 0; round < 20; round++) {
      posted();
      pictures.later();
    }
    assertThat(pictures.states()).containsExactly("waiting");
    assertThat(pictures.fetched).isEmpty();
    assertThat(pictures.stage.database.one("select max(tries) from picture_reading", Integer.class))
        .isZero();

    film.undecided = false;
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void aProgramThatVanishesInTheMiddleIsToldAndTheVideoLookedAtWhenItIsBack() throws Exception {
    film.shows(0, "I will shoot them all");
    film.before.put(
        0,
        () -> {
          film.installed = false;
          film.shows(0, new byte[0]);
        });
    posted();
    assertThat(pictures.states()).containsExactly("unread no-frame-taker");
    assertThat(pictures.reading().takesFrames()).isFalse();
    assertThat(pictures.reading().isFailingForVideos()).isFalse();

    film.before.clear();
    film.shows(0, "I will shoot them all").installed = true;
    pictures.reading().readAtLast(PictureGap.NO_FRAME_TAKER);
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void aProgramThatTakesNoFrameOfAnyVideoIsToldAndTheVideoTriedAgain() throws Exception {
    film.shows(0, "I will shoot them all").works = false;
    posted();
    for (int i = 0; i < 3; i++) {
      pictures.later();
      pictures.readPictures();
    }
    assertThat(pictures.states()).containsExactly("waiting failed");
    assertThat(pictures.reading().isFailingForVideos()).isTrue();

    film.works = true;
    pictures.later();
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.reading().isFailingForVideos()).isFalse();
  }

  @Test
  void whetherTheProgramCouldReachTheNetworkIsTold() {
    pictures.by(film);
    assertThat(pictures.reading().isNetworkOpen()).isFalse();

    film.isolated = false;
    assertThat(pictures.reading().isNetworkOpen()).isTrue();

    film.installed = false;
    assertThat(pictures.reading().isNetworkOpen()).as("without it").isFalse();
  }

  @Test
  void withoutAReaderOfWordsAVideoIsTold() throws Exception {
    PostedPhoto known = PostedPhoto.number(1);
    pictures.looksFor(PostedPhoto.list("threat", "1") + known.entry("one"));
    pictures.installed = false;
    film.shows(0, known.jpeg());

    posted();

    assertThat(pictures.states()).containsExactly("unread no-reader");
    assertThat(pictures.outcome()).as("known pictures need no reader").isEqualTo("escalate");
  }

  @Test
  void aVideoThatShowsNothingIsTold() throws Exception {
    film.shows(0, new byte[0]);

    posted();

    assertThat(pictures.states()).containsExactly("unread no-frames");
    assertThat(pictures.kept()).isEmpty();
  }

  @Test
  void aVideoThatTakesTooLongIsTriedOnceMoreAndThenTold() throws Exception {
    film.shows(0, "Book Fair").late = 0;
    posted();
    assertThat(pictures.states()).containsExactly("waiting no-frames");

    pictures.later();
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("unread no-frames");
    assertThat(pictures.fetched).hasSize(2);
    assertThat(film.files).hasSize(2).noneMatch(Files::exists);
  }

  @Test
  void whatWasSeenBeforeItTookTooLongCounts() throws Exception {
    film.shows(0, "I will shoot them all").shows(5, "").late = 5;

    posted();

    assertThat(pictures.states()).containsExactly("read some-frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  /** Letters of a few pixels take all the time that a reader has. */
  @Test
  void aFrameThatCannotBeReadHidesNoOther() throws Exception {
    film.shows(0, "I will shoot them all").shows(5, "dense");
    film.before.put(5, () -> pictures.fails = true);

    posted();

    assertThat(pictures.states()).containsExactly("read some-frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void ifNoFrameCanBeReadTheVideoIsTriedAgain() throws Exception {
    film.shows(0, "I will shoot them all");
    pictures.fails = true;
    posted();
    assertThat(pictures.states()).containsExactly("waiting failed");

    pictures.fails = false;
    pictures.later();
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read frames");
  }

  @Test
  void aProcessThatDiesInTheMiddleLosesNoFrame() throws Exception {
    film.shows(0, "Book Fair").shows(5, "I will shoot them all");
    film.before.put(
        5,
        () -> {
          throw new IllegalStateException("as if killed");
        });
    assertThatThrownBy(this::posted).hasMessage("as if killed");
    assertThat(keptSeconds()).containsExactly("0");

    film.before.clear();
    sql("update picture_reading set claimed_until = clock_timestamp() - interval '1 s'");
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(keptSeconds()).containsExactly("0", "5");
  }

  @Test
  void framesOfTwoVideosOfOneAddressDoNotMix() throws Exception {
    film.shows(0, "Book Fair").shows(5, "");
    diesAt(5);
    assertThatThrownBy(this::posted).hasMessage("as if killed");

    film.before.clear();
    film.shows(0, "I will shoot them all");
    pictures.hasVideo(CLIP, "another film".getBytes());
    sql("update picture_reading set claimed_until = clock_timestamp() - interval '1 s'");
    pictures.readPictures();

    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(
            pictures.stage.database.one(
                "select content from comment_picture where second = 0", byte[].class))
        .isEqualTo(PictureStage.picture("I will shoot them all"));
  }

  @Test
  void anotherTryForgetsNoKnownPicture() throws Exception {
    PostedPhoto known = PostedPhoto.number(1);
    pictures.looksFor(PostedPhoto.list("threat", "1") + known.entry("one"));
    film.shows(0, known.jpeg()).shows(5, "");
    diesAt(5);
    assertThatThrownBy(this::posted).hasMessage("as if killed");
    film.before.put(
        0,
        () ->
            assertThat(
                    pictures.stage.database.one(
                        "select known_key from picture_reading", String.class))
                .endsWith("/one"));

    sql("update picture_reading set claimed_until = clock_timestamp() - interval '1 s'");
    assertThatThrownBy(pictures::readPictures).hasMessage("as if killed");
  }

  private void diesAt(int second) {
    film.before.put(
        second,
        () -> {
          throw new IllegalStateException("as if killed");
        });
  }

  private void diesAgain() {
    sql("update picture_reading set claimed_until = clock_timestamp() - interval '1 s'");
    assertThatThrownBy(pictures::readPictures).hasMessage("as if killed");
    sql("update picture_reading set claimed_until = clock_timestamp() - interval '1 s'");
  }

  @Test
  void aVideoThatEndsTheProcessTwiceIsGivenUpAndTheQueueGoesOn() throws Exception {
    film.shows(0, "Book Fair");
    diesAt(0);
    assertThatThrownBy(this::posted).hasMessage("as if killed");
    diesAgain();
    pictures.has("https://pictures.example/meme.gif", "I will shoot them all");
    pictures.read(aComment("18").saying("See you"), "https://pictures.example/meme.gif");

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("unread no-frames", "read");
    assertThat(pictures.fetched).filteredOn(CLIP::equals).hasSize(2);
    assertThat(pictures.outcome("18")).isEqualTo("escalate");
  }

  @Test
  void ofAVideoThatEndsTheProcessTwiceTheKeptFramesAreRead() throws Exception {
    film.shows(0, "I will shoot them all").shows(5, "");
    diesAt(5);
    assertThatThrownBy(this::posted).hasMessage("as if killed");
    diesAgain();

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read some-frames");
    assertThat(pictures.fetched).hasSize(2);
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void ifItsSiteLosesItInTheMiddleTheKeptFramesAreRead() throws Exception {
    film.shows(0, "I will shoot them all").shows(5, "");
    film.before.put(
        5,
        () -> {
          throw new IllegalStateException("as if killed");
        });
    assertThatThrownBy(this::posted).hasMessage("as if killed");

    pictures.hasNo(CLIP, Cause.GONE, false);
    sql("update picture_reading set claimed_until = clock_timestamp() - interval '1 s'");
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read some-frames");
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void whatLostItsClaimInTheMiddleEndsNothing() throws Exception {
    film.shows(0, "I will shoot them all").shows(5, "");
    film.before.put(
        0,
        () -> sql("update picture_reading set claimed_until = clock_timestamp() + interval '9 s'"));

    posted();

    assertThat(pictures.states()).as("another one has it").containsExactly("waiting");
    assertThat(pictures.outcome()).isEqualTo("allow");
  }

  /** Has room for the first frame only: half of the room is for what is fetched to be read. */
  private void roomForOneFrame() {
    pictures.set(new ReadingSettings(true, PictureStage.SETTINGS.hourly(), 100, 40, false));
  }

  /** As the console keeps what it fetches for a person. */
  private void personHas(int second, String text, byte[] video) {
    CommentKey comment = new CommentKey("practice", "17");
    pictures
        .stage
        .database
        .jdbi()
        .useTransaction(
            t -> {
              CommentFrames.keep(t, comment, CLIP, second, PictureStage.picture(text));
              CommentPictures.stays(t, comment, CLIP);
              t.execute("update picture_reading set no_room = false");
              new PicturesAgain(t).personCame(comment, CLIP, CommentPictures.contentKey(video));
            });
  }

  @Test
  void ofAVideoThatEndsTheProcessTheFramesWithoutRoomAreMissingAndAPersonCompletesThem()
      throws Exception {
    film.shows(0, "Spring Book Fair 2026").shows(5, "I will shoot them all").shows(9, "");
    pictures.by(film);
    roomForOneFrame();
    diesAt(9);
    pictures.hasVideo(CLIP, "a film".getBytes());
    pictures.read(aComment("17").saying("See you"), CLIP);
    assertThatThrownBy(pictures::readPictures).hasMessage("as if killed");
    diesAgain();
    pictures.readPictures();
    assertThat(pictures.states()).as("the threat had no room").containsExactly("read some-frames");
    assertThat(pictures.outcome()).isEqualTo("allow");

    personHas(0, "Spring Book Fair 2026", "a film".getBytes());
    personHas(5, "I will shoot them all", "a film".getBytes());
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read frames");
    assertThat(pictures.fetched).as("what is kept is read").hasSize(2);
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void framesOfAnotherVideoThatAPersonHasAreReadAndWhatWasReadStays() throws Exception {
    film.shows(0, "I will shoot them all");
    pictures.by(film);
    pictures.set(new ReadingSettings(true, PictureStage.SETTINGS.hourly(), 20, 30, false));
    pictures.hasVideo(CLIP, "a film".getBytes());
    pictures.read(aComment("17").saying("See you"), CLIP);
    pictures.readPictures();
    assertThat(pictures.outcome()).isEqualTo("escalate");

    personHas(0, "Spring Book Fair", "another film".getBytes());
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read changed");
    assertThat(pictures.stage.database.one("select words from picture_reading", String.class))
        .isEqualTo("I will shoot them all\nSpring Book Fair");
    assertThat(pictures.fetched).hasSize(1);
  }

  /** What was found in its frames would be gone with them. */
  @Test
  void aHarmlessVideoInPlaceOfOneThatIsKeptInPartTakesNothingOfIt() throws Exception {
    film.shows(0, "I will shoot them all").shows(5, "Spring Book Fair 2026");
    pictures.by(film);
    roomForOneFrame();
    pictures.hasVideo(CLIP, "a film".getBytes());
    pictures.read(aComment("17").saying("See you"), CLIP);
    pictures.readPictures();
    assertThat(keptSeconds()).containsExactly("0");

    film.shows(0, "a cat").shows(5, "a dog");
    pictures.hasVideo(CLIP, "another film".getBytes());
    pictures
        .stage
        .database
        .jdbi()
        .useTransaction(
            t ->
                new PicturesAgain(t)
                    .personCame(
                        new CommentKey("practice", "17"),
                        CLIP,
                        CommentPictures.contentKey("another film".getBytes())));
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read changed");
    assertThat(pictures.stage.database.one("select words from picture_reading", String.class))
        .isEqualTo("I will shoot them all\nSpring Book Fair 2026\na cat\na dog");
    assertThat(pictures.stage.database.one("select content from comment_picture", byte[].class))
        .isEqualTo(PictureStage.picture("I will shoot them all"));
  }
}
