package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
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

  /** The look-ahead waits for the partitions that a turn locks. */
  @Test
  void whileTheLookAheadIsBehindEachTurnIsShort() throws Exception {
    AtomicLong seconds = new AtomicLong();
    Precedence behind =
        new Precedence(() -> Duration.ofSeconds(seconds.incrementAndGet()).toNanos());
    behind.unread(() -> 10_000);
    AtomicInteger turns = new AtomicInteger();
    try (CommentPipeline pipeline =
        new CommentPipeline(stage.parts(), 1, behind, turns::incrementAndGet)) {
      new FirstLookTurns(pipeline, behind, 1_000)
          .handle(IntStream.range(0, 420).mapToObj(i -> aComment("c" + i).record()).toList());
    }

    assertThat(turns).hasValue(9);
  }

  @Test
  void aTurnThatTakesAllIsNone() throws Exception {
    read(100);
    assertThat(precedence.isBurst()).isFalse();
  }
}
