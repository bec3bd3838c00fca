package hallmonitor.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.x.XPlatform;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a site of X answers. */
class XFuzzTest {
  private static final StrangeSite SITE = StrangeSite.json();
  private static final Platform PLATFORM = new XPlatform(1_000_000L);

  static Stream<Arguments> seeds() {
    return StrangeSite.seeds("x.json");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anyAnswerIsReadOrRefused(byte[] input) throws Exception {
    SITE.meets(PLATFORM, "key:key-secret:token:token-secret", input);
  }
}
