package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.pipeline.Stage;
import hallmonitor.moderation.store.archive.EarlierSearches;
import hallmonitor.moderation.store.archive.EarlierSearches.EarlierProgress;
import hallmonitor.moderation.store.archive.ListedPictures;
import hallmonitor.moderation.store.cases.CaseOpenings;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.cases.FoundAgainCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A picture that is listed is looked for in comments from before, and a person decides. */
class EarlierPictureSearchTest {
  private static final String PICTURE = "https://pictures.example/posted.jpg";
  private static final String CLIP = "https://pictures.example/clip.mp4";
  private static final PostedPhoto KNOWN = PostedPhoto.number(1);

  private final PictureStage pictures = new PictureStage();
  private final Jdbi database = pictures.stage.database.jdbi();

  @AfterEach
  void close() {
    pictures.close();
  }

  private void posted(String comment, byte[] picture) throws Exception {
    String url = PICTURE + "?of=" + comment;
    pictures.hasBytes(url, picture);
    pictures.read(aComment(comment).saying("See you"), url);
    pictures.readPictures();
  }

  private long listed(String category) {
    byte[] picture;
    try {
      picture = KNOWN.png();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return database.inTransaction(
        t ->
            ListedPictures.add(
                    t,
                    "shapes",
                    category,
                    hex(PictureHashes.listed(picture).orElseThrow()),
                    hex(PictureHashes.turned(picture).orElseThrow()),
                    "The police asked us.",
                    new CommentKey("practice", "1"),
                    "novak")
                .orElseThrow());
  }

  private static List<String> hex(PictureHashes hashes) {
    return hashes.hashes().stream().map(PdqHash::toString).toList();
  }

  private EarlierPictureSearch search(Clock clock) {
    return new EarlierPictureSearch(
        database,
        pictures.stage::rules,
        new FoundAgainCases(new CaseOpenings(database, clock), clock),
        () -> {});
  }

  private void searchAll() throws Exception {
    EarlierPictureSearch search = search(Stage.CLOCK);
    while (search.step()) {}
  }

  private EarlierProgress progress() {
    return database.withHandle(EarlierSearches::all).get(0);
  }

  private List<String> cases() {
    return pictures
        .stage
        .database
        .rows(
            """
            select comment_id || ' ' || state || ' ' || outcome as s from review_case order by comment_id
            """)
        .stream()
        .map(row -> row.get("s").toString())
        .toList();
  }

  @Test
  void anEarlierCommentGoesToReviewAndNothingElseHappensToIt() throws Exception {
    posted("17", KNOWN.jpeg());
    posted("18", PostedPhoto.number(2).jpeg());
    long id = listed("threat");

    searchAll();

    assertThat(cases()).containsExactly("17 open review");
    assertThat(pictures.stage.escalations()).as("nobody is notified").isEmpty();
    assertThat(pictures.stage.orders()).as("nothing is hidden").isEmpty();
    assertThat(
            pictures.stage.database.one(
                "select actor || ' ' || kind || ' ' || detail from case_event", String.class))
        .isEqualTo(
            "known-picture opened A picture of the comment is one of the pictures that your district"
                + " looks for. It is listed as listed/"
                + id
                + " (shapes).");
    assertThat(progress())
        .returns(2L, EarlierProgress::compared)
        .returns(1L, EarlierProgress::found)
        .returns(1L, EarlierProgress::sentToReview)
        .satisfies(done -> assertThat(done.endedAt()).isNotNull());
  }

  @Test
  void itIsFoundWithStripsCutOffToo() throws Exception {
    posted("17", KNOWN.cut().jpeg());
    listed("threat");

    searchAll();

    assertThat(cases()).containsExactly("17 open review");
  }

  private FilmProjector film() {
    FilmProjector film = new FilmProjector();
    pictures.by(film);
    pictures.hasVideo(CLIP, "a film".getBytes(UTF_8));
    return film;
  }

  private void postedFilm() throws Exception {
    pictures.read(aComment("17").saying("See you"), CLIP);
    pictures.readPictures();
  }

  private String knownAs() {
    return pictures.stage.database.one("select known_key from picture_reading", String.class);
  }

  @Test
  void itIsFoundInAFrameOfAnEarlierVideo() throws Exception {
    film()
        .shows(0, PostedPhoto.number(2).jpeg())
        .shows(5, KNOWN.cut().jpeg())
        .shows(9, PostedPhoto.number(3).jpeg());
    postedFilm();
    long id = listed("threat");

    searchAll();

    assertThat(cases()).containsExactly("17 open review");
    assertThat(knownAs()).isEqualTo("listed/" + id);
    assertThat(progress())
        .as("a video is one picture")
        .returns(1L, EarlierProgress::compared)
        .returns(1L, EarlierProgress::found);
    assertThat(pictures.stage.escalations()).as("nobody is notified").isEmpty();
  }

  @Test
  void oneThatIsListedBetweenTwoFramesIsLookedForInTheFirst() throws Exception {
    FilmProjector film = film().shows(0, KNOWN.jpeg()).shows(5, PostedPhoto.number(2).jpeg());
    film.before.put(5, () -> listed("threat"));
    postedFilm();
    assertThat(pictures.outcome()).isEqualTo("allow");

    searchAll();

    assertThat(cases()).containsExactly("17 open review");
  }

  @Test
  void whatASearchFoundInTheFirstFrameStaysWithTheOthers() throws Exception {
    FilmProjector film = film().shows(0, KNOWN.jpeg()).shows(5, PostedPhoto.number(2).jpeg());
    film.before.put(
        5,
        () -> {
          listed("threat");
          EarlierPictureSearch search = search(Stage.CLOCK);
          assertThatCode(
                  () -> {
                    while (search.step()) {}
                  })
              .doesNotThrowAnyException();
        });
    postedFilm();

    assertThat(cases()).containsExactly("17 open review");
    assertThat(knownAs()).startsWith("listed/");
  }

  @Test
  void oneThatIsListedBetweenTwoFramesIsFoundInTheSecond() throws Exception {
    FilmProjector film = film().shows(0, PostedPhoto.number(2).jpeg()).shows(5, KNOWN.jpeg());
    film.before.put(5, () -> listed("threat"));

    postedFilm();

    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void whatReadersNoLongerSeeAndWhereItWasListedFromOpenNothing() throws Exception {
    posted("1", KNOWN.jpeg());
    posted("17", KNOWN.jpeg());
    pictures
        .stage
        .database
        .jdbi()
        .useHandle(
            h -> h.execute("update comment set visibility = 'hidden' where comment_id = '17'"));
    listed("threat");

    searchAll();

    assertThat(cases()).isEmpty();
    assertThat(progress())
        .returns(2L, EarlierProgress::compared)
        .returns(1L, EarlierProgress::found)
        .returns(0L, EarlierProgress::sentToReview);
  }

  @Test
  void aCategoryThatNoClauseCoversOpensNothing() throws Exception {
    posted("17", KNOWN.jpeg());
    listed("spam");

    searchAll();

    assertThat(cases()).isEmpty();
    assertThat(progress().found()).isEqualTo(1);
  }

  @Test
  void aDecidedCaseComesBackOnce() throws Exception {
    posted("17", KNOWN.jpeg());
    listed("threat");
    searchAll();
    new CaseStore(database, Stage.CLOCK, () -> {})
        .decide(
            new Decision(
                CaseIds.ofCase(new CommentKey("practice", "17")),
                0,
                Kind.DISMISS,
                "novak",
                "It is harmless."));
    listed("threat");
    searchAll();

    assertThat(cases()).as("known as the first one").containsExactly("17 dismissed review");

    database.useHandle(h -> h.execute("update picture_reading set known_key = ''"));
    listed("threat");
    searchAll();
    searchAll();

    assertThat(cases()).containsExactly("17 open review");
    assertThat(pictures.history()).containsExactly("opened", "dismissed", "known-picture-found");
    assertThat(pictures.stage.escalations()).isEmpty();
  }

  @Test
  void aStepThatEndsInItsMiddleIsTakenAgainByAnotherInstance() throws Exception {
    posted("17", KNOWN.jpeg());
    posted("18", KNOWN.jpeg());
    listed("threat");
    Clock dies =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return Stage.CLOCK.getZone();
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public java.time.Instant instant() {
            throw new IllegalStateException("it ended");
          }
        };
    search(Stage.CLOCK).step();
    assertThatThrownBy(() -> search(dies).step()).hasMessage("it ended");
    assertThat(cases()).containsExactly("17 open review");
    assertThat(progress().compared()).isEqualTo(1);

    searchAll();

    assertThat(cases()).containsExactly("17 open review", "18 open review");
    assertThat(progress())
        .returns(2L, EarlierProgress::compared)
        .returns(2L, EarlierProgress::sentToReview);
  }

  @Test
  void whatIsReadAfterTheListingIsJudgedAtOnceAndNotLookedForAgain() throws Exception {
    listed("threat");
    posted("17", KNOWN.jpeg());

    searchAll();

    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(progress().compared()).isZero();
  }

  @Test
  void aRemovedListingIsLookedForNoFurther() throws Exception {
    posted("17", KNOWN.jpeg());
    long id = listed("threat");
    database.useTransaction(t -> ListedPictures.remove(t, id, "It is harmless.", "novak"));

    searchAll();

    assertThat(cases()).isEmpty();
    assertThat(progress().endedAt()).isNull();
  }

  @Test
  void hashesGoWithTheirComment() throws Exception {
    posted("17", KNOWN.jpeg());
    assertThat(pictures.stage.database.count("picture_hash")).isEqualTo(1);

    database.useHandle(h -> h.execute("delete from picture_reading"));

    assertThat(pictures.stage.database.count("picture_hash")).isZero();
  }

  @Test
  void aListThatChangedIsNoticedBeforeHashesAreWritten() throws Exception {
    String before = database.withHandle(ListedPictures::version);
    assertThat(
            database.<Boolean, RuntimeException>inTransaction(
                t -> ListedPictures.isStill(t, before)))
        .isTrue();

    listed("threat");

    assertThat(
            database.<Boolean, RuntimeException>inTransaction(
                t -> ListedPictures.isStill(t, before)))
        .isFalse();
  }
}
