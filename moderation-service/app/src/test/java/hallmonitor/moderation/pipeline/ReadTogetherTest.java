package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ReadTogetherTest {
  private final Stage stage = new Stage();
  private CommentPipeline pipeline = started();

  private CommentPipeline started() {
    return stage.pipeline(
        new Detectors(
            List.of(
                new WordsDetector("bring a gun to school", Category.THREAT, 1),
                new WordsDetector("a gun", Category.PROFANITY, 0.6))));
  }

  private static SeenComment said(String id, String text, int second) {
    SeenComment comment = aComment(id).saying(text);
    return comment.copy(
        comment.account(),
        comment.revision(),
        comment.kind(),
        comment.author(),
        text,
        comment.parent(),
        comment.visibility(),
        NOON.plusSeconds(second),
        comment.claimedAt(),
        comment.lane());
  }

  private void receive(SeenComment... comments) throws Exception {
    pipeline.handle(java.util.Arrays.stream(comments).map(SeenComment::record).toList());
  }

  private List<String> threats() {
    return stage
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select comment_id from revision where findings @> '[{\"detector\": \"read together\"}]'"
                            + " order by 1")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void aThreatInPiecesIsFoundInTheCommentThatCompletesIt() throws Exception {
    receive(said("1", "I will", 0), said("2", "bring a gun", 5), said("3", "to school", 9));
    assertThat(threats()).containsExactly("3");
    CaseEscalated escalated = stage.escalations().get(0);
    assertThat(escalated.comment().id()).isEqualTo("3");
    assertThat(escalated.snapshot().findings())
        .anySatisfy(
            f -> {
              assertThat(f.detector()).isEqualTo("read together");
              assertThat(f.quoted()).containsExactly("to school");
              assertThat(f.why())
                  .contains("the comments its author wrote beside it")
                  .contains("bring a gun to school");
            });
  }

  @Test
  void whatWasArchivedBeforeARestartIsReadTogetherWithWhatComesAfterIt() throws Exception {
    receive(said("1", "I will", 0));
    receive(said("2", "bring a gun", 5));
    pipeline.close();
    pipeline = started();
    receive(said("3", "to school", 9));
    assertThat(threats()).containsExactly("3");
  }

  @Test
  void repliesToOnesOwnCommentsAreReadTogether() throws Exception {
    receive(said("1", "I will", 0), said("2", "bring a gun", 5).answering("1"));
    receive(said("3", "to school", 9).answering("2"));
    assertThat(threats()).containsExactly("3");
  }

  @Test
  void theSameAgainChangesNothing() throws Exception {
    receive(said("1", "I will", 0), said("2", "bring a gun", 5), said("3", "to school", 9));
    var before = stage.everything();
    receive(said("3", "to school", 9));
    receive(said("1", "I will", 0), said("2", "bring a gun", 5), said("3", "to school", 9));
    assertThat(stage.everything()).isEqualTo(before);
  }

  @Test
  void anEditThatCompletesItIsFound() throws Exception {
    SeenComment second = said("2", "bring a cake", 5);
    receive(said("1", "I will", 0), second, said("3", "to school", 9));
    assertThat(threats()).isEmpty();
    SeenComment edited = second.editedTo("r2", "bring a gun");
    receive(
        edited.copy(
            edited.account(),
            "r2",
            edited.kind(),
            edited.author(),
            "bring a gun",
            edited.parent(),
            edited.visibility(),
            NOON.plusSeconds(60),
            edited.claimedAt(),
            edited.lane()));
    assertThat(threats()).containsExactly("2");
  }

  @Test
  void theWordsOfAnEarlierCommentAreNotFoundAgain() throws Exception {
    receive(said("1", "I bring a gun to school", 0), said("2", "to show", 5));
    assertThat(threats()).isEmpty();
    assertThat(stage.escalations()).hasSize(1);
  }

  @Test
  void whatOthersWroteIsNotReadTogether() throws Exception {
    receive(said("1", "bring a gun", 0), said("2", "to school", 5).by("R. Doe"));
    assertThat(threats()).isEmpty();
  }

  @Test
  void namelessAuthorsAreNotTakenForOne() throws Exception {
    receive(said("1", "bring a gun", 0).by(""), said("2", "to school", 5).by(""));
    assertThat(threats()).isEmpty();
  }

  @Test
  void whatStandsUnderAnotherPostIsNotReadTogether() throws Exception {
    receive(said("1", "bring a gun", 0));
    CommentSeen seen = said("2", "to school", 5).event();
    CommentSeen elsewhere =
        new CommentSeen(
            seen.comment(),
            seen.revision(),
            seen.kind(),
            new CommentSeen.Post("6", "Concert", "", Optional.empty()),
            seen.parent(),
            seen.author(),
            seen.text(),
            seen.visibility(),
            seen.attachments(),
            seen.permalink(),
            seen.claimedAt(),
            seen.observedAt(),
            seen.lane(),
            seen.raw(),
            seen.names());
    pipeline.handle(
        List.of(new ConsumerRecord<>("t", 0, 0, new byte[0], EventJson.write(elsewhere))));
    assertThat(threats()).isEmpty();
  }

  @Test
  void whatWasReadLongBeforeIsNotReadTogetherWhateverItsAuthorClaims() throws Exception {
    receive(said("1", "bring a gun", 0));
    receive(said("2", "to school", 601));
    assertThat(threats()).isEmpty();
    receive(said("3", "bring a gun", 700));
    receive(said("4", "to school", 1299));
    assertThat(threats()).containsExactly("4");
  }

  @Test
  void theHistoryOfAnAccountIsNotReadTogether() throws Exception {
    Instant lately = NOON.minus(Duration.ofDays(1));
    receive(said("1", "bring a gun", 0).fromHistory(lately));
    receive(said("2", "to school", 5));
    receive(said("3", "bring a gun", 6));
    receive(said("4", "to school", 7).fromHistory(lately));
    assertThat(threats()).isEmpty();
  }

  @Test
  void itIsOffWhenTheTimeIsZero() throws Exception {
    ContextSettings off =
        new ContextSettings(
            Duration.ZERO, ContextSettings.DEFAULT.pileOn(), ContextSettings.DEFAULT.patience());
    RuleSnapshot rules = stage.rules();
    pipeline = stage.pipeline(rules, off);
    receive(said("1", "you are an", 0));
    receive(said("2", "idiot", 5));
    assertThat(threats()).isEmpty();
  }
}
