package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Visibility;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that it is kept when a comment got another text, also if that text was there before. */
class TextChangesTest {
  private final Stage stage = new Stage();
  private final SeenComment question = aComment("17").saying("At seven");
  private final SeenComment edited = question.editedTo("r2", "At eight");
  private final SeenComment returned = edited.editedTo("r1", "At seven");

  private List<String> kept() {
    return stage
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("select revision, at from text_change order by at, id")
                    .map(
                        (row, context) ->
                            "%s after %d s"
                                .formatted(
                                    row.getString("revision"),
                                    Duration.between(
                                            SeenComment.NOON, row.getTimestamp("at").toInstant())
                                        .toSeconds()))
                    .list());
  }

  @Test
  void aCommentThatIsNeverEditedNeedsNoRow() throws Exception {
    stage.receive(question);
    stage.receive(question.readAs(Visibility.HIDDEN, 60));

    assertThat(kept()).isEmpty();
  }

  @Test
  void aReturnIsKeptOnceWithItsTimeHoweverOftenItIsRead() throws Exception {
    stage.receive(question);
    stage.receive(edited);
    stage.receive(returned);
    stage.receive(returned.readAs(Visibility.HIDDEN, 60));
    stage.receive(edited, returned);

    assertThat(kept()).containsExactly("r2 after 1 s", "r1 after 2 s");
  }

  @Test
  void anEditAndItsReturnThatArriveTogetherAreKeptToo() throws Exception {
    stage.receive(question);
    stage.receive(edited, returned);
    stage.receive(edited, returned);

    assertThat(kept()).containsExactly("r1 after 2 s");
  }
}
