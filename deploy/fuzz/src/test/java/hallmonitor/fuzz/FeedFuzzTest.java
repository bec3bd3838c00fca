package hallmonitor.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.feed.Rss;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a feed answers. */
class FeedFuzzTest {
  private static final StrangeSite SITE = StrangeSite.ofType("application/rss+xml");
  private static final Platform PLATFORM = new Rss();

  static Stream<Arguments> seeds() {
    return StrangeSite.seeds("feed.xml", "atom.xml");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anyAnswerIsReadOrRefused(byte[] input) throws Exception {
    SITE.meets(PLATFORM, "", input);
  }
}
