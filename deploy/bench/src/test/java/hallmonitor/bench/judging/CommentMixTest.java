package hallmonitor.bench.judging;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.ScratchStack;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests what the streams without an end are made of. */
class CommentMixTest {
  private static final int MANY = 30_000;

  @Test
  void theShareOfHarmfulCommentsIsTheOneAskedFor() {
    CommentMix mix = CommentMix.of(ScratchStack.root(), 0.002);
    assertThat(IntStream.range(0, MANY).filter(mix::isHarmful).count()).isEqualTo(60);
  }

  @Test
  void noneAndAllAreSharesToo() {
    CommentMix none = CommentMix.of(ScratchStack.root(), 0);
    CommentMix all = CommentMix.of(ScratchStack.root(), 1);
    assertThat(IntStream.range(0, 1_000)).noneMatch(none::isHarmful).allMatch(all::isHarmful);
  }

  @Test
  void noTextComesTwiceSoThatNothingIsSavedByMemory() {
    CommentMix mix = CommentMix.of(ScratchStack.root(), 0.01);
    long distinct = IntStream.range(0, MANY).mapToObj(i -> mix.at(i).text()).distinct().count();
    // The exam itself has a few equal comments, such as a lone thumb.
    assertThat(distinct).isGreaterThan(MANY * 99 / 100);
  }

  @Test
  void itIsTheSameInEveryRun() {
    CommentMix mix = CommentMix.of(ScratchStack.root(), 0.01);
    CommentMix again = CommentMix.of(ScratchStack.root(), 0.01);
    assertThat(IntStream.range(0, 500)).allMatch(i -> mix.at(i).equals(again.at(i)));
  }
}
