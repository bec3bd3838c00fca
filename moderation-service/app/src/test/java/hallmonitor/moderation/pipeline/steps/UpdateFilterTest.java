package hallmonitor.moderation.pipeline.steps;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.pipeline.SeenComment;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.moderation.store.archive.RevisionHash;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateFilterTest {
  private static final SeenComment COMMENT = aComment("17").saying("Go Mavericks!");
  private static final BatchContext NOTHING =
      new BatchContext(List.of(), List.of(), List.of(), List.of());

  private static List<CommentUpdate> updates(BatchContext context, SeenComment... batch) {
    List<CommentSeen> seen = Arrays.stream(batch).map(SeenComment::event).toList();
    return UpdateFilter.updates(seen, context, Duration.ofMinutes(10));
  }

  private static BatchContext archived(SeenComment comment) {
    CommentRow row = CommentTranslation.comment(comment.event());
    return new BatchContext(
        List.of(row),
        List.of(RevisionHash.of(row.key(), comment.revision(), comment.text())),
        List.of(),
        List.of());
  }

  @Test
  void aCommentThatWasNeverReadIsAnUpdate() {
    assertThat(updates(NOTHING, COMMENT))
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.toJudge()).isTrue();
              assertThat(update.after().latestText()).isEqualTo("Go Mavericks!");
              assertThat(update.changed()).isEmpty();
            });
  }

  @Test
  void aCommentThatIsArchivedOrComesTwiceInABatchIsNone() {
    assertThat(updates(archived(COMMENT), COMMENT)).isEmpty();
    assertThat(updates(NOTHING, COMMENT, COMMENT)).hasSize(1);
  }

  @Test
  void anEditInTheSameBatchIsSeenOverTheCommentBeforeIt() {
    assertThat(updates(NOTHING, COMMENT, COMMENT.editedTo("r2", "damn")))
        .extracting(update -> update.after().latestText())
        .containsExactly("Go Mavericks!", "damn");
  }

  @Test
  void aDeletionChangesTheVisibilityAndHasNothingToJudge() {
    assertThat(updates(archived(COMMENT), COMMENT.deletedAs("r2")))
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.toJudge()).isFalse();
              assertThat(update.changed()).contains(Visibility.DELETED);
            });
  }

  @Test
  void theContextStaysAsItWas() {
    BatchContext context = archived(COMMENT);
    updates(context, COMMENT.editedTo("r2", "damn"));
    assertThat(context).isEqualTo(archived(COMMENT));
  }

  @Test
  void whatTheAuthorWroteJustBeforeStandsBesideAShortComment() {
    SeenComment before = aComment("16").saying("you are").fromHistory(NOON).by("Dana Reyes");
    SeenComment piece = aComment("15").saying("you are");
    assertThat(updates(archived(piece), COMMENT).get(0).earlier()).containsExactly("you are");
    assertThat(updates(archived(before), COMMENT).get(0).earlier()).isEmpty();
  }

  @Test
  void theParentIsKnownWhenItIsArchived() {
    Optional<String> parent =
        updates(archived(COMMENT), aComment("18").saying("Yes!").answering("17"))
            .get(0)
            .parentText();
    assertThat(parent).contains("Go Mavericks!");
  }
}
