package hallmonitor.moderation.pipeline.opinion;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import hallmonitor.moderation.finding.Category;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a language model answers. */
class ReaderAnswerFuzzTest {
  static Stream<Arguments> seeds() {
    return Stranger.seeds("opinion.json");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anAnswerInAnotherFormIsNoOpinion(byte[] input) throws Exception {
    Stranger.meets(() -> ReaderAnswer.read(input, Category.BULLYING), NoOpinion.class);
  }
}
