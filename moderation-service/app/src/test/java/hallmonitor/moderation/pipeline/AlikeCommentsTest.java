package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.store.archive.LikenessBackfill;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.cases.HarmlessTexts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests what the pipeline writes so that the queue knows which comments are similar. */
class AlikeCommentsTest {
  private final Stage stage = new Stage();
  private final CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});
  private final HarmlessTexts texts = new HarmlessTexts(stage.database.jdbi());

  @Test
  void theSameWordsAreFoldedAndOthersAreNot() throws Exception {
    stage.receive(
        aComment("1").by("A. Bell").saying("damn fools"),
        aComment("2").by("B. Cole").saying("damn fools"),
        aComment("3").by("C. Diaz").saying("damn fools!!! 😀"),
        aComment("4").by("D. Eade").saying("damn liars"));
    assertThat(fold("1")).isNotNull().isEqualTo(fold("2")).isEqualTo(fold("3"));
    assertThat(fold("4")).isNotEqualTo(fold("1"));
  }

  @Test
  void whatIsEscalatedIsNeverFolded() throws Exception {
    stage.receive(aComment("1").saying("I will shoot"), aComment("2").saying("I will shoot"));
    assertThat(fold("1")).isNull();
    assertThat(fold("2")).isNull();
  }

  @Test
  void anotherClauseOrAnotherAnswerOfThePolicyIsAnotherFold() throws Exception {
    stage.receive(aComment("1").saying("damn fools"), aComment("2").saying("damn fools"));
    stage
        .database
        .jdbi()
        .useHandle(h -> h.execute("update review_case set clause = '9.9' where comment_id = '2'"));
    assertThat(fold("1")).isNotEqualTo(fold("2"));
  }

  @Test
  void aCaseLeavesItsFoldWhenItIsDecidedOrEdited() throws Exception {
    stage.receive(aComment("1").saying("damn fools"), aComment("2").saying("damn fools"));
    UUID before = fold("1");
    cases.decide(new Decision(id("1"), 0, Kind.DISMISS, "novak", ""));
    stage.receive(aComment("2").saying("damn fools").editedTo("r2", "you idiot"));
    assertThat(fold("1")).isNull();
    assertThat(fold("2")).isNotNull().isNotEqualTo(before);
  }

  @Test
  void aCaseHoldsWhatTheSearchLooksThroughAndFollowsAnEdit() throws Exception {
    stage.receive(aComment("1").by("A. Bell").saying("damn fools, DAVE"));
    assertThat(stage.database.rows("select searched from review_case"))
        .containsExactly(Map.of("searched", "a. bell\ndamn fools, dave"));
    stage.receive(
        aComment("1").by("A. Bell").saying("damn fools, DAVE").editedTo("r2", "you idiot, DAVE"));
    assertThat(stage.database.rows("select searched from review_case"))
        .containsExactly(Map.of("searched", "a. bell\nyou idiot, dave"));
  }

  @Test
  void casesFromBeforeAreGivenTheSameKeys() throws Exception {
    stage.receive(aComment("1").saying("damn fools"), aComment("2").saying("damn fools"));
    UUID before = fold("1");
    stage
        .database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("update review_case set text_key = null, words_key = null");
              h.execute("update revision set text_key = null, words_key = null");
            });
    assertThat(fold("1")).isNull();

    assertThat(new LikenessBackfill(stage.database.jdbi()).run()).isEqualTo(2);

    assertThat(fold("1")).isEqualTo(before).isEqualTo(fold("2"));
    assertThat(stage.database.one("select count(distinct words_key) from revision", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void aCommentMarkedHarmlessStaysClosedUntilItIsEdited() throws Exception {
    stage.receive(aComment("1").saying("damn fools"));
    cases.decide(new Decision(id("1"), 0, Kind.HARMLESS, "novak", "A quote."));
    var before = stage.everything();

    stage.receive(aComment("1").saying("damn fools"));
    assertThat(stage.everything()).isEqualTo(before);

    stage.receive(aComment("1").saying("damn fools").editedTo("r2", "damn fools, all of you"));
    assertThat(states()).containsExactly("open");
  }

  @Test
  void theSameTextByOthersGoesToTheEndAndIsDecidedByNobody() throws Exception {
    stage.receive(
        aComment("1").saying("damn fools"), aComment("2").by("B. Cole").saying("damn  FOOLS"));
    cases.decide(new Decision(id("1"), 0, Kind.HARMLESS, "novak", ""));

    assertThat(texts.remember(id("1"), "novak")).isTrue();
    stage.receive(
        aComment("3").by("C. Diaz").saying("damn fools"),
        aComment("4").by("D. Eade").saying("damn liars"));

    assertThat(stage.database.rows("select comment_id from review_case where place = 5 order by 1"))
        .extracting(row -> row.get("comment_id"))
        .containsExactly("2", "3");
    assertThat(states()).containsExactly("dismissed", "open", "open", "open");
    assertThat(stage.database.rows("select act, detail from audit order by id"))
        .last()
        .hasToString("{act=set-back-same-text, detail=1 waiting}");
  }

  @Test
  void afterThirtyDaysTheTextIsLikeAnyOther() throws Exception {
    stage.receive(aComment("1").saying("damn fools"));
    cases.decide(new Decision(id("1"), 0, Kind.HARMLESS, "novak", ""));
    texts.remember(id("1"), "novak");
    assertThat(
            stage.database.one(
                "select until - marked_at between interval '29 days 23 hours' and interval '30 days"
                    + " 1 hour' from harmless_text",
                Boolean.class))
        .isTrue();
    stage
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "update harmless_text set until = clock_timestamp() - interval '1 second'"));

    stage.receive(aComment("2").by("B. Cole").saying("damn fools"));

    assertThat(
            stage.database.one(
                "select set_back from review_case where comment_id = '2'", Boolean.class))
        .isFalse();
  }

  @Test
  void aDisclosureOfAbuseIsNeverSetBack() throws Exception {
    stage.receive(aComment("1").saying("he beats me"));
    cases.decide(new Decision(id("1"), 0, Kind.HARMLESS, "novak", ""));
    assertThat(texts.remember(id("1"), "novak")).isFalse();
    assertThat(stage.database.count("harmless_text")).isZero();
  }

  private UUID fold(String commentId) {
    return stage
        .database
        .jdbi()
        .withHandle(
            h ->
                (UUID)
                    h.select("select fold from review_case where comment_id = ?", commentId)
                        .mapToMap()
                        .one()
                        .get("fold"));
  }

  private List<String> states() {
    return stage
        .database
        .jdbi()
        .withHandle(
            h ->
                h.select("select state from review_case order by comment_id")
                    .mapTo(String.class)
                    .list());
  }

  private static UUID id(String commentId) {
    return CaseIds.ofCase(new CommentKey("practice", commentId));
  }
}
