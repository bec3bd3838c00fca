package hallmonitor.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.wordpress.WordPress;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The front page of a site, which anyone who writes there can shape. */
class WebPageFuzzTest {
  private static final StrangeSite SITE = StrangeSite.ofType("text/html");
  private static final Platform PLATFORM = new WordPress();

  static Stream<Arguments> seeds() {
    return StrangeSite.seeds("page.html");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anyPageIsReadOrRefused(byte[] input) throws Exception {
    SITE.meets(PLATFORM, "admin:password", input);
  }
}
