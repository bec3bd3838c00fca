package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can wait learns from the turns that more is to be read than one turn takes. */
class FirstLookTurnsTest {
  private final Stage stage = new Stage();
  private final Precedence precedence = new Precedence();

  private void read(int most) throws Exception {
    new FirstLookTurns(stage.pipeline, precedence, most)
        .handle(List.of(aComment("first").record(), aComment("second").record()));
  }

  @Test
  void aFullTurnIsABurst() throws Exception {
    read(1);
    assertThat(precedence.isBurst()).isTrue();
  }

  @Test
  void aTurnThatTakesAllIsNone() throws Exception {
    read(100);
    assertThat(precedence.isBurst()).isFalse();
  }
}
