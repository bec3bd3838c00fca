package hallmonitor.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.discourse.Discourse;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a site of Discourse answers. */
class DiscourseFuzzTest {
  private static final StrangeSite SITE = StrangeSite.json();
  private static final Platform PLATFORM = new Discourse();

  static Stream<Arguments> seeds() {
    return StrangeSite.seeds("discourse.json");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anyAnswerIsReadOrRefused(byte[] input) throws Exception {
    SITE.meets(PLATFORM, "system:key", input);
  }
}
