package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.pipeline.SeenComment;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PictureShelf;
import hallmonitor.moderation.store.archive.PicturesAgain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways past the reading of pictures: parts that are not read, edits, and pictures that change. */
class PictureChangesTest {
  private static final String MEME = "https://pictures.example/meme.gif";
  private static final String OTHER = "https://elsewhere.example/other.gif";
  private static final String THREAT = "I will shoot them all";

  private final PictureStage pictures = new PictureStage();

  @AfterEach
  void close() {
    pictures.close();
  }

  private String[] five() {
    String[] urls = new String[5];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = "https://pictures.example/" + i + ".gif";
      pictures.has(urls[i], i == 4 ? THREAT : "Book Fair");
    }
    return urls;
  }

  @Test
  void ofAPictureThatMovesADistrictMayWantAPersonToSeeTheRest() throws Exception {
    pictures.set(PictureStage.unreadForPeople());
    pictures.has(MEME, "Spring Book Fair");
    pictures.moving = true;
    pictures.read(aComment("17").saying("See you"), MEME);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read moving");
    assertThat(pictures.outcome()).isEqualTo("review");
  }

  @Test
  void ofMorePicturesThanAreReadToo() throws Exception {
    pictures.set(PictureStage.unreadForPeople());
    pictures.read(aComment("17").saying("See you"), five());

    pictures.readPictures();

    assertThat(pictures.fetched).hasSize(4);
    assertThat(pictures.outcome()).isEqualTo("review");
  }

  @Test
  void aPictureThatWasOneTooManyIsReadOnceAnEditShowsItAlone() throws Exception {
    String[] urls = five();
    SeenComment comment = aComment("17").saying("See you");
    pictures.read(comment, urls);
    pictures.readPictures();
    assertThat(pictures.outcome()).isEqualTo("allow");

    pictures.read(comment.editedTo("r2", "See you on Friday"), urls[4]);
    pictures.readPictures();

    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void aPictureThatWasGoneIsTriedAgainAfterAnEdit() throws Exception {
    pictures.hasNo(MEME, Cause.GONE, false);
    SeenComment comment = aComment("17").saying("See you");
    pictures.read(comment, MEME);
    pictures.readPictures();

    pictures.has(MEME, THREAT);
    pictures.read(comment.editedTo("r2", "See you on Friday"), MEME);
    pictures.readPictures();

    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void differentMemesUnderTheSameTextAreNotAlike() throws Exception {
    pictures.has(MEME, THREAT);
    pictures.has(OTHER, "I will shoot you all");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.read(aComment("18").saying("See you"), OTHER);

    pictures.readPictures();

    assertThat(
            pictures.stage.database.one(
                "select count(distinct text_key) from review_case", Integer.class))
        .isEqualTo(2);
  }

  private PictureKept kept(String text) {
    CaseEscalated escalated = pictures.stage.escalations().get(0);
    return PictureKept.of(
        escalated.escalationId(), escalated.caseId(), MEME, PictureStage.picture(text), NOON);
  }

  private byte[] content() {
    return pictures.stage.database.one("select content from comment_picture", byte[].class);
  }

  @Test
  void aPictureThatAVerdictRestsOnIsNotReplacedByAnotherOne() throws Exception {
    pictures.has(MEME, THREAT);
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();

    pictures.stage.hear(kept("a cat"));
    pictures.readPictures();

    assertThat(content()).isEqualTo(PictureStage.picture(THREAT));
    assertThat(pictures.states()).containsExactly("read changed");
  }

  @Test
  void theSamePictureIsEvidence() throws Exception {
    pictures.has(MEME, THREAT);
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();

    pictures.stage.hear(kept(THREAT));

    assertThat(pictures.states()).containsExactly("read");
    assertThat(pictures.stage.database.one("select evidence from comment_picture", Boolean.class))
        .isTrue();
  }

  @Test
  void aPictureWithoutWordsIsReadAgainIfEvidenceHasAnotherOne() throws Exception {
    pictures.has(MEME, "");
    pictures.read(aComment("17").saying("He beats me"), MEME);
    pictures.readPictures();

    pictures.stage.hear(kept(THREAT));
    pictures.readPictures();

    assertThat(content()).isEqualTo(PictureStage.picture(THREAT));
    assertThat(pictures.history()).contains("picture-look");
    assertThat(pictures.fetched).containsExactly(MEME);
  }

  @Test
  void evidenceThatComesDuringAFetchIsRead() throws Exception {
    pictures.from(
        (account, url, kind) -> {
          assertThatCode(() -> pictures.stage.hear(kept(THREAT))).doesNotThrowAnyException();
          return new FetchOutcome.Nothing(Cause.GONE, "It is not there.", false);
        });
    pictures.read(aComment("17").saying("He beats me"), MEME);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read");
    assertThat(pictures.history()).contains("picture-look");
  }

  /** As the console keeps what it fetches for a person. */
  private void personHas(byte[] picture) {
    CommentKey comment = new CommentKey("practice", "17");
    pictures
        .stage
        .database
        .jdbi()
        .useTransaction(
            t -> {
              PictureShelf.COMMENTS.keep(t, comment, MEME, picture);
              new PicturesAgain(t).personCame(comment, MEME, CommentPictures.contentKey(picture));
            });
  }

  @Test
  void anotherPictureThatAPersonHasFetchedIsReadAndWhatWasReadStays() throws Exception {
    pictures.set(new ReadingSettings(true, PictureStage.SETTINGS.hourly(), 20, 30, false));
    pictures.has(MEME, "Spring Book Fair");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();
    assertThat(pictures.outcome()).isEqualTo("allow");

    personHas(PictureStage.picture(THREAT));
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read changed");
    assertThat(pictures.stage.database.one("select words from picture_reading", String.class))
        .isEqualTo("Spring Book Fair\n" + THREAT);
    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.fetched).containsExactly(MEME);
  }

  @Test
  void theSamePictureThatAPersonHasFetchedIsNotReadAgain() throws Exception {
    pictures.set(new ReadingSettings(true, PictureStage.SETTINGS.hourly(), 20, 30, false));
    pictures.has(MEME, "Spring Book Fair");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();

    personHas(PictureStage.picture("Spring Book Fair"));

    assertThat(pictures.states()).containsExactly("read");
  }

  @Test
  void aPictureThatWasGoneIsReadWhenAPersonHasIt() throws Exception {
    pictures.hasNo(MEME, Cause.GONE, false);
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();

    personHas(PictureStage.picture(THREAT));
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read");
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void aKnownPictureThatWasFoundStaysBesideAnotherPicture() throws Exception {
    PostedPhoto known = PostedPhoto.number(1);
    pictures.looksFor(PostedPhoto.list("threat", "1") + known.entry("one"));
    pictures.set(new ReadingSettings(true, PictureStage.SETTINGS.hourly(), 20, 30, false));
    pictures.hasBytes(MEME, known.jpeg());
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();

    personHas(PostedPhoto.number(2).jpeg());
    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read changed");
    assertThat(pictures.stage.database.one("select known_key from picture_reading", String.class))
        .endsWith("/one");
  }
}
