package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.store.archive.Archive;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Comments that the slow models must read: what happens at once, and what later. */
class TwoLooksTest {
  private final Stage stage = new Stage();
  private CommentPipeline pipeline = pipeline(0.5);
  private SecondLook secondLook = secondLook(0.5);

  private RuleSnapshot rules(double danger) {
    return stage.rules(
        new Detectors(
            List.of(
                new WordsDetector("damn", Category.PROFANITY, 1),
                new WordsDetector("spoils", Category.CONFIDENTIAL, 1),
                new WordsDetector("idiot", Category.BULLYING, 0.98),
                new WordsDetector("shoot", Category.THREAT, 0.98),
                new WordsDetector("hit", Category.THREAT, 0.9),
                new SlowDetector("pay", Category.THREAT, danger))));
  }

  private CommentPipeline pipeline(double danger) {
    return stage.pipeline(rules(danger), ContextSettings.DEFAULT, ThirdOpinion.NONE);
  }

  private SecondLook secondLook(double danger) {
    return stage.secondLook(rules(danger), ContextSettings.DEFAULT, ThirdOpinion.NONE);
  }

  private void dangerIs(double danger) {
    stop();
    pipeline = pipeline(danger);
    secondLook = secondLook(danger);
  }

  @AfterEach
  void stop() {
    pipeline.close();
    secondLook.close();
  }

  private void read(SeenComment... comments) throws Exception {
    pipeline.handle(Arrays.stream(comments).map(SeenComment::record).toList());
  }

  private void readAgain() throws Exception {
    stage.lookAgain(secondLook);
  }

  private List<String> history() {
    return stage.database.rows("select kind from case_event order by id").stream()
        .map(row -> (String) row.get("kind"))
        .toList();
  }

  @Test
  void whatTheSlowModelsMustReadWaitsAndIsMarkedSo() throws Exception {
    read(aComment("17").saying("a slow way to pay"));

    assertThat(
            stage.database.rows(
                "select outcome, first_outcome, first_judged_at is null as waits from revision"))
        .containsExactly(Map.of("outcome", "allow", "first_outcome", "allow", "waits", true));
    assertThat(stage.database.count("second_look")).isEqualTo(1);
    assertThat(stage.database.count("review_case")).isZero();
  }

  @Test
  void theSecondLookGivesTheSameRevisionItsVerdict() throws Exception {
    read(aComment("17").saying("a slow way to pay"));

    readAgain();

    assertThat(
            stage.database.rows(
                "select outcome, first_outcome, first_judged_at is null as waits from revision"))
        .containsExactly(Map.of("outcome", "escalate", "first_outcome", "allow", "waits", false));
    assertThat(stage.database.count("second_look")).isZero();
    assertThat(stage.escalations()).hasSize(1);
    assertThat(stage.orders()).isEmpty();
    stage.seal();
    assertThat(stage.orders()).hasSize(1);
    assertThat(history()).startsWith("second-look", "opened", "hide-held", "escalated");
  }

  @Test
  void aThreatBeyondDoubtDoesNotWaitAndIsToldOnce() throws Exception {
    read(aComment("17").saying("slow: I will shoot you, you will pay"));

    assertThat(stage.escalations()).hasSize(1);
    List<String> before = history();
    readAgain();
    assertThat(stage.escalations()).hasSize(1);
    assertThat(history()).isEqualTo(before);
    assertThat(stage.database.one("select outcome from revision", String.class))
        .isEqualTo("escalate");
  }

  @Test
  void aFirmRuleThatTheModelsMayDoubtWaitsForThem() throws Exception {
    read(aComment("17").saying("slow: I will hit you"));
    assertThat(stage.escalations()).isEmpty();

    readAgain();

    assertThat(stage.escalations()).hasSize(1);
  }

  @Test
  void aHideAloneWaitsSinceTheSecondLookMayEscalate() throws Exception {
    dangerIs(0.001);

    read(aComment("17").saying("slow idiot"));
    assertThat(stage.orders()).isEmpty();

    readAgain();
    assertThat(stage.orders()).hasSize(1);
    assertThat(stage.escalations()).isEmpty();
  }

  @Test
  void whatAPersonRestoredSinceTheFirstLookStaysVisible() throws Exception {
    read(aComment("17").saying("slow: I will shoot you"));
    stage.seal();
    assertThat(stage.orders()).hasSize(1);
    stage
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "update review_case set state = 'restored', action_state = 'none', decided_by ="
                        + " 'novak'"));
    List<String> before = history();

    readAgain();

    assertThat(history()).isEqualTo(before);
    assertThat(stage.orders()).hasSize(1);
    assertThat(stage.database.one("select decided_by from review_case", String.class))
        .isEqualTo("novak");
  }

  @Test
  void theEvidenceOfASecondVerdictIsSealedBeforeItsHide() throws Exception {
    read(aComment("17").saying("a slow way to pay"));
    readAgain();

    assertThat(stage.database.count("held_action")).isEqualTo(1);
    assertThat(stage.escalations().get(0).snapshot().text()).isEqualTo("a slow way to pay");
  }

  @Test
  void anEditOfAWaitingCommentIsJudgedAfterIt() throws Exception {
    SeenComment first = aComment("17").saying("a slow way to pay");
    read(first);
    read(first.editedTo("r2", "Lovely game"));

    assertThat(stage.database.count("review_case")).isZero();
    readAgain();

    assertThat(stage.escalations()).hasSize(1);
    assertThat(stage.escalations().get(0).snapshot().text()).isEqualTo("a slow way to pay");
    assertThat(history().get(history().size() - 1)).isEqualTo("edited");
    assertThat(stage.database.one("select state from review_case", String.class)).isEqualTo("open");
  }

  @Test
  void oldCommentsOfTheHistoryAreReadLast() throws Exception {
    read(
        aComment("1").saying("a slow way to pay").fromHistory(NOON.minus(Duration.ofDays(31))),
        aComment("2").saying("a slow way to pay"));

    assertThat(stage.database.rows("select comment_id from second_look order by danger desc"))
        .containsExactly(Map.of("comment_id", "2"), Map.of("comment_id", "1"));
  }

  @Test
  void anEditToAThreatBeyondDoubtIsToldWhileAnEarlierRevisionWaits() throws Exception {
    SeenComment first = aComment("17").saying("slow and steady");
    read(first);
    read(first.editedTo("r2", "slow: I will shoot you"));

    assertThat(stage.escalations()).hasSize(1);
    List<String> before = history();
    readAgain();

    assertThat(stage.escalations()).hasSize(1);
    assertThat(history()).isEqualTo(before);
    assertThat(stage.database.one("select revision from review_case", String.class))
        .isEqualTo("r2");
  }

  @Test
  void aWaitingCommentIsInNoStatisticsUntilItsLastVerdict() throws Exception {
    read(aComment("17").saying("a slow way to pay"));
    assertThat(judged()).isZero();

    readAgain();

    assertThat(judged()).isEqualTo(1);
    assertThat(
            stage.database.one("select first_judged_at < judged_at from revision", Boolean.class))
        .isTrue();
  }

  private int judged() {
    return stage.database.one(
        "select count(*)::int from revision r where " + Archive.JUDGED, Integer.class);
  }

  @Test
  void theSameRecordsAgainChangeNothingBeforeAndAfterTheSecondLook() throws Exception {
    SeenComment[] batch = {
      aComment("17").saying("a slow way to pay"), aComment("18").saying("slow and steady")
    };
    read(batch);
    read(batch);
    assertThat(stage.database.count("second_look")).isEqualTo(2);
    readAgain();
    var before = stage.everything();
    read(batch);
    readAgain();
    assertThat(stage.everything()).isEqualTo(before);
  }

  @Test
  void aCommentThatCannotBeWrittenDelaysNoOtherAndGoesToAPerson() throws Exception {
    try (SecondLook failing =
        stage.secondLook(
            stage.rules(
                new Detectors(
                    List.of(new Unwritable(), new SlowDetector("pay", Category.THREAT, 1)))),
            ContextSettings.DEFAULT,
            ThirdOpinion.NONE)) {
      read(
          aComment("1").saying("a slow way to pay"),
          aComment("2").saying("slow and unwritable"),
          aComment("3").saying("a slow way to pay"));

      failing.lookAtSome();

      assertThat(stage.database.rows("select comment_id from second_look"))
          .containsExactly(Map.of("comment_id", "2"));
      assertThat(stage.escalations()).hasSize(2);
      for (int failure = 1; failure < SecondLook.MOST_FAILURES; failure++) {
        failing.lookAtSome();
      }
    }
    assertThat(stage.database.count("second_look")).isZero();
    assertThat(
            stage.database.rows(
                "select outcome, findings -> 0 ->> 'category' as found from revision where"
                    + " comment_id = '2'"))
        .containsExactly(Map.of("outcome", "review", "found", "DETECTOR_FAILURE"));
  }

  private static final class Unwritable implements Detector {
    @Override
    public String name() {
      return "unwritable";
    }

    @Override
    public List<Finding> detect(Comment comment) {
      return comment.text().contains(name())
          ? List.of(new Finding(Category.SPAM, 1, name(), List.of(), "\0"))
          : List.of();
    }
  }
}
