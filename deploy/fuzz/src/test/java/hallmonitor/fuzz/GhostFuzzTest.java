package hallmonitor.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.ghost.Ghost;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a site of Ghost answers. */
class GhostFuzzTest {
  private static final StrangeSite SITE = StrangeSite.json();
  private static final Platform PLATFORM = new Ghost();
  private static final String KEY = "0123456789abcdef01234567:" + "0123456789abcdef".repeat(4);

  static Stream<Arguments> seeds() {
    return StrangeSite.seeds("ghost.json");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anyAnswerIsReadOrRefused(byte[] input) throws Exception {
    SITE.meets(PLATFORM, KEY, input);
  }
}
