package hallmonitor.moderation.console.guidance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of staff as an office pastes it. */
class PastedStaffFuzzTest {
  static Stream<Arguments> seeds() {
    return Stranger.seeds("staff.csv");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void aWrongListIsMistakesAndNoFailure(byte[] input) throws Exception {
    Stranger.meets(() -> PastedStaff.of(new String(input, UTF_8), Set.of("lincoln")));
  }
}
