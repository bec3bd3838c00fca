package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.ListedPictures;
import hallmonitor.moderation.store.archive.PictureGap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A picture that the district looks for is found in a comment, and the policy judges it. */
class KnownPicturesJudgedTest {
  private static final String PICTURE = "https://pictures.example/posted.jpg";
  private static final String UNKNOWN = "https://pictures.example/other.jpg";
  private static final PostedPhoto KNOWN = PostedPhoto.number(1);

  private final PictureStage pictures = new PictureStage();

  @AfterEach
  void close() {
    pictures.close();
  }

  private void posted(String comment, String words, byte[] picture) throws Exception {
    String url = PICTURE + "?of=" + comment;
    pictures.hasBytes(url, picture);
    pictures.read(aComment(comment).saying(words), url);
    pictures.readPictures();
  }

  @Test
  void oneThatIsCutAndCompressedIsJudgedByTheListsCategory() throws Exception {
    pictures.looksFor(KNOWN.listedAs("threat", "1"));

    posted("17", "See you", KNOWN.cut().jpeg());

    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.history()).startsWith("picture-look", "opened");
    assertThat(pictures.stage.escalations().get(0).snapshot().findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.detector()).isEqualTo(CaseEscalated.Finding.KNOWN_PICTURE);
              assertThat(found.category()).isEqualTo("threat");
              assertThat(found.quoted()).isEmpty();
              assertThat(found.why())
                  .isEqualTo(
                      "A picture of the comment is one of the pictures that your district looks"
                          + " for. It is listed as test/shapes.");
            });
  }

  @Test
  void theListsScoreSaysWhetherAClauseHolds() throws Exception {
    pictures.looksFor(KNOWN.listedAs("profanity", "0.6"));
    posted("17", "See you", KNOWN.jpeg());
    pictures.looksFor(KNOWN.listedAs("profanity", "0.4"));
    posted("18", "See you", KNOWN.jpeg());

    assertThat(outcomeOf("17")).isEqualTo("review");
    assertThat(outcomeOf("18")).isEqualTo("allow");
  }

  @Test
  void anotherPictureIsNotTakenForIt() throws Exception {
    pictures.looksFor(KNOWN.listedAs("threat", "1"));

    posted("17", "See you", PostedPhoto.number(2).jpeg());

    assertThat(pictures.outcome()).isEqualTo("allow");
    assertThat(pictures.stage.database.count("review_case")).isZero();
  }

  @Test
  void itIsFoundWhereNoWordsCanBeRead() throws Exception {
    pictures.installed = false;
    pictures.looksFor(KNOWN.listedAs("threat", "1"));

    posted("17", "See you", KNOWN.jpeg());

    assertThat(pictures.states()).containsExactly("unread no-reader");
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  /** All are for review, since what is escalated is never folded. */
  @Test
  void onlyTheVerySamePictureWithTheSameWordsIsOneFold() throws Exception {
    PostedPhoto other = PostedPhoto.number(3);
    pictures.looksFor(
        PostedPhoto.list("profanity", "0.6") + KNOWN.entry("one") + other.entry("two"));
    posted("17", "lol", KNOWN.jpeg());
    posted("18", "LOL", KNOWN.jpeg());
    posted("19", "lol", KNOWN.cut().jpeg());
    posted("20", "lol", other.jpeg());
    posted("21", "haha", KNOWN.jpeg());
    pictures.hasBytes(PICTURE, KNOWN.jpeg());
    pictures.hasBytes(UNKNOWN, PostedPhoto.number(2).jpeg());
    pictures.read(aComment("22").saying("lol"), PICTURE, UNKNOWN);
    pictures.readPictures();

    assertThat(fold("18")).isNotNull().isEqualTo(fold("17"));
    assertThat(fold("19"))
        .as("alike, with another caption perhaps")
        .isNotNull()
        .isNotIn(fold("17"));
    assertThat(fold("20")).as("another picture").isNotNull().isNotIn(fold("17"), fold("19"));
    assertThat(fold("21")).as("other words").isNotNull().isNotIn(fold("17"));
    assertThat(fold("22")).as("one more picture").isNotNull().isNotIn(fold("17"));
  }

  @Test
  void besideAPictureThatWasNotReadNothingIsAlike() throws Exception {
    pictures.looksFor(KNOWN.listedAs("profanity", "0.6"));
    pictures.hasBytes(PICTURE, KNOWN.jpeg());
    pictures.hasNo(UNKNOWN, Cause.GONE, false);
    pictures.read(aComment("17").saying("lol"), PICTURE, UNKNOWN);
    pictures.readPictures();

    assertThat(outcomeOf("17")).isEqualTo("review");
    assertThat(fold("17")).isNull();
  }

  private Object fold(String comment) {
    return pictures
        .stage
        .database
        .rows("select fold from review_case where comment_id = '" + comment + "'")
        .get(0)
        .get("fold");
  }

  @Test
  void whatAPersonListedIsLookedForUntilItIsRemoved() throws Exception {
    long listed = listed();
    posted("17", "See you", KNOWN.jpeg());
    String before = pictures.outcome();
    removed(listed);
    posted("18", "See you", KNOWN.jpeg());

    assertThat(before).isEqualTo("escalate");
    assertThat(outcomeOf("18")).isEqualTo("allow");
    assertThat(outcomeOf("17")).as("what was found before stays").isEqualTo("escalate");
  }

  @Test
  void theVerdictNamesWhatAPersonListed() throws Exception {
    long listed = listed();

    posted("17", "See you", KNOWN.jpeg());

    assertThat(pictures.stage.escalations().get(0).snapshot().findings())
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.why())
                    .endsWith("It is listed as listed/" + listed + " (shapes)."));
  }

  @Test
  void anEditIsNotJudgedWithAPictureThatWasRemoved() throws Exception {
    long listed = listed();
    pictures.hasBytes(PICTURE, KNOWN.jpeg());
    pictures.read(aComment("17").saying("See yuo"), PICTURE);
    pictures.readPictures();
    String before = pictures.outcome();
    removed(listed);

    pictures.read(aComment("17").saying("See yuo").editedTo("r2", "See you"), PICTURE);
    pictures.readPictures();

    assertThat(before).isEqualTo("escalate");
    assertThat(pictures.outcome()).as("of the edit").isEqualTo("allow");
    assertThat(pictures.reading().readNext()).isFalse();
    assertThat(pictures.stage.database.count("second_look")).isZero();
    assertThat(
            pictures.stage.database.one(
                "select count(*) from picture_reading where to_judge", Integer.class))
        .as("what waits to be judged")
        .isZero();
  }

  @Test
  void whatWasRemovedIsForgottenWhenThePictureIsReadAgain() throws Exception {
    pictures.installed = false;
    long listed = listed();
    posted("17", "See you", KNOWN.jpeg());
    removed(listed);

    pictures.installed = true;
    pictures.reading().readAtLast(PictureGap.NO_READER);
    pictures.readPictures();

    assertThat(pictures.stage.database.one("select known_key from picture_reading", String.class))
        .isEmpty();
    assertThat(pictures.outcome()).as("the verdict stays").isEqualTo("escalate");
  }

  private void removed(long listed) {
    pictures
        .stage
        .database
        .jdbi()
        .useTransaction(t -> ListedPictures.remove(t, listed, "It is harmless.", "novak"));
  }

  private long listed() throws IOException {
    PictureHashes hashes = PictureHashes.listed(KNOWN.png()).orElseThrow();
    return pictures
        .stage
        .database
        .jdbi()
        .inTransaction(
            t ->
                ListedPictures.add(
                        t,
                        "shapes",
                        "threat",
                        hashes.hashes().stream().map(PdqHash::toString).toList(),
                        List.of(),
                        "The police asked us.",
                        new CommentKey("practice", "1"),
                        "novak")
                    .orElseThrow());
  }

  private Object outcomeOf(String comment) {
    Map<String, Object> row =
        pictures
            .stage
            .database
            .rows("select outcome from revision where comment_id = '" + comment + "'")
            .get(0);
    return row.get("outcome");
  }

  @Test
  void anEditWithTheSamePictureIsJudgedWithIt() throws Exception {
    pictures.looksFor(KNOWN.listedAs("threat", "1"));
    pictures.hasBytes(PICTURE, KNOWN.jpeg());
    pictures.read(aComment("17").saying("See you"), PICTURE);
    pictures.readPictures();

    pictures.read(aComment("17").saying("See you").editedTo("r2", "Hello"), PICTURE);
    pictures.readPictures();

    assertThat(pictures.outcome()).as("of the edit").isEqualTo("escalate");
    assertThat(pictures.fetched).as("once").containsExactly(PICTURE);
  }

  @Test
  void mistakesAreToldBeforeAPictureComes() throws Exception {
    pictures.looksFor("lists: [{id: x}]");

    assertThat(pictures.mistakes()).isNotEmpty();
  }

  @Test
  void aFileWithMistakesLeavesTheListsAsTheyWere() throws Exception {
    pictures.looksFor(KNOWN.listedAs("threat", "1"));
    posted("17", "See you", KNOWN.jpeg());
    pictures.looksFor("lists: [{id: x}]");

    posted("18", "See you", KNOWN.jpeg());

    assertThat(outcomeOf("18")).isEqualTo("escalate");
  }
}
