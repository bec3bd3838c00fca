package hallmonitor.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.bluesky.Bluesky;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a site of Bluesky answers. */
class BlueskyFuzzTest {
  private static final StrangeSite SITE = StrangeSite.json();
  private static final Platform PLATFORM = new Bluesky(Optional.empty());

  static Stream<Arguments> seeds() {
    return StrangeSite.seeds("bluesky.json");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anyAnswerIsReadOrRefused(byte[] input) throws Exception {
    SITE.meets(PLATFORM, "school.example:pass", input);
  }
}
