package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Fixtures;
import hallmonitor.moderation.casework.ManualEscalation;
import hallmonitor.moderation.pipeline.SeenComment;
import hallmonitor.moderation.pipeline.Stage;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.store.cases.CaseOpenings;
import hallmonitor.moderation.store.escalation.ManualEscalations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in a picture is judged like what stands in the comment. */
class WordsInPicturesJudgedTest {
  private static final String MEME = "https://pictures.example/meme.gif";
  private static final String OTHER = "https://elsewhere.example/other.gif";

  private final PictureStage pictures = new PictureStage();

  @AfterEach
  void close() {
    pictures.close();
  }

  @Test
  void aThreatInAPictureIsEscalatedAndHiddenOnceItsEvidenceIsSealed() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);
    assertThat(pictures.outcome()).isEqualTo("allow");
    assertThat(pictures.stage.escalations()).isEmpty();

    pictures.readPictures();

    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.history()).startsWith("picture-look", "opened", "hide-held", "escalated");
    assertThat(pictures.stage.orders()).as("before the seal").isEmpty();
    pictures.stage.seal();
    assertThat(pictures.stage.orders()).hasSize(1);
  }

  @Test
  void theNoticeQuotesTheWordsAndSaysWhereTheyStand() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();

    CaseEscalated escalated = pictures.stage.escalations().get(0);
    assertThat(escalated.snapshot().text()).isEqualTo("See you");
    assertThat(escalated.snapshot().findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.detector()).isEqualTo(CaseEscalated.Finding.IN_A_PICTURE);
              assertThat(found.quoted()).containsExactly("I will shoot them all");
              assertThat(found.why()).startsWith("These words stand in a picture of the comment.");
            });
    assertThat(escalated.capture()).as("what is sealed").isPresent();
  }

  @Test
  void whoEscalatesByHandSendsTheWordsAlongThoughNothingWasFoundInThem() throws Exception {
    pictures.has(MEME, "Spring Book Fair");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();
    Jdbi database = pictures.stage.database.jdbi();
    Clause clause = Fixtures.POLICY.clauses().get(4);
    UUID opened =
        new CaseOpenings(database, Stage.CLOCK)
            .open(new CommentKey("practice", "17"), "maple-high", clause, "novak", "Look.")
            .orElseThrow();
    new ManualEscalations(database, Stage.CLOCK, () -> {})
        .escalate(
            new ManualEscalation(
                opened,
                0,
                "novak",
                clause,
                List.of("principal"),
                Urgency.IMMEDIATE,
                "It is meant."),
            "Maple Valley High School news");

    assertThat(pictures.stage.escalations().get(0).snapshot().findings())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.detector()).isEqualTo(CaseEscalated.Finding.IN_A_PICTURE);
              assertThat(told.quoted()).containsExactly("Spring Book Fair");
              assertThat(told.why()).contains("Nothing was found in them.");
            });
  }

  @Test
  void whoEscalatesByHandQuotesWhatWasFoundInAPicture() throws Exception {
    pictures.has(MEME, "damn fool");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.readPictures();
    assertThat(pictures.stage.escalations()).isEmpty();
    new ManualEscalations(pictures.stage.database.jdbi(), Stage.CLOCK, () -> {})
        .escalate(
            new ManualEscalation(
                CaseIds.ofCase(new CommentKey("practice", "17")),
                0,
                "novak",
                Fixtures.POLICY.clauses().get(4),
                List.of("principal"),
                Urgency.IMMEDIATE,
                "It is meant."),
            "Maple Valley High School news");

    assertThat(pictures.stage.escalations().get(0).snapshot().findings())
        .allSatisfy(found -> assertThat(found.quoted()).containsExactly("damn fool"))
        .isNotEmpty();
  }

  @Test
  void wordsThatBreakNothingOpenNoCase() throws Exception {
    pictures.has(MEME, "Spring Book Fair");
    pictures.read(aComment("17"), MEME);

    pictures.readPictures();

    assertThat(pictures.states()).containsExactly("read");
    assertThat(pictures.outcome()).isEqualTo("allow");
    assertThat(pictures.stage.database.count("review_case")).isZero();
    assertThat(pictures.stage.database.count("second_look")).isZero();
  }

  @Test
  void readingOnceMoreChangesNothing() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    SeenComment comment = aComment("17").saying("See you");
    pictures.read(comment, MEME);
    pictures.readPictures();
    List<List<Map<String, Object>>> before = pictures.stage.everything();

    pictures.read(comment, MEME);
    pictures.readPictures();
    pictures
        .stage
        .database
        .jdbi()
        .useHandle(h -> h.execute("update picture_reading set to_judge = true"));
    pictures.reading().handOver();
    pictures.lookAgain();

    assertThat(pictures.stage.everything()).isEqualTo(before);
    assertThat(pictures.fetched).containsExactly(MEME);
  }

  @Test
  void aSecondPictureThatIsWorseIsNewsOfItsOwn() throws Exception {
    pictures.has(MEME, "you idiot");
    pictures.has(OTHER, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME, OTHER);

    pictures.reading().readNext();
    pictures.lookAgain();
    String first = pictures.outcome();
    pictures.reading().readNext();
    pictures.lookAgain();

    assertThat(first).isNotEqualTo("escalate").isNotEqualTo("allow");
    assertThat(pictures.outcome()).isEqualTo("escalate");
    assertThat(pictures.history()).containsSequence("picture-look", "opened");
    assertThat(pictures.history()).filteredOn("picture-look"::equals).hasSize(2);
    assertThat(pictures.stage.escalations()).hasSize(1);
  }

  @Test
  void aCommentWithAnOpenCaseIsJudgedAgainIfAPictureIsWorse() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("damn"), MEME);
    assertThat(pictures.outcome()).isNotEqualTo("allow");

    pictures.readPictures();

    assertThat(pictures.stage.escalations()).hasSize(1);
    assertThat(pictures.history()).containsSequence("picture-look", "judged-again");
  }

  @Test
  void anEditIsJudgedWithThePictureThatItStillShows() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    SeenComment comment = aComment("17").saying("See you");
    pictures.read(comment, MEME);
    pictures.readPictures();

    pictures.read(comment.editedTo("r2", "See you on Friday"), MEME);
    pictures.readPictures();

    assertThat(pictures.fetched).as("once").containsExactly(MEME);
    assertThat(pictures.outcome()).as("of the edit").isEqualTo("escalate");
  }

  @Test
  void anEditWithoutThePictureIsJudgedByItsOwnWords() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    SeenComment comment = aComment("17").saying("See you");
    pictures.read(comment, MEME);
    pictures.readPictures();

    pictures.read(comment.editedTo("r2", "Sorry"));
    pictures.readPictures();

    assertThat(pictures.outcome()).isEqualTo("allow");
  }

  @Test
  void whatTheSecondLookTookUpAMomentTooEarlyItHearsOfAfterwards() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.reading().readNext();
    // It took the comment out without the words, as if they had come in between.
    pictures.stage.database.jdbi().useHandle(h -> h.execute("delete from second_look"));

    pictures.reading().handOver();
    pictures.lookAgain();

    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void anOldCommentOfAHistoryOnlyGoesToReview() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.read(
        aComment("17").saying("See you").fromHistory(NOON.minusSeconds(90L * 24 * 3600)), MEME);

    pictures.readPictures();

    assertThat(pictures.stage.escalations()).isEmpty();
    assertThat(pictures.stage.database.one("select outcome from review_case", String.class))
        .isEqualTo("review");
  }

  @Test
  void theVerdictsTimeIsTheLastOnesAndTheFirstOneIsKept() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);
    String first = "select judged_at::text from revision";
    String archived = pictures.stage.database.one(first, String.class);

    pictures.readPictures();

    assertThat(
            pictures.stage.database.one("select first_judged_at::text from revision", String.class))
        .isEqualTo(archived);
  }
}
