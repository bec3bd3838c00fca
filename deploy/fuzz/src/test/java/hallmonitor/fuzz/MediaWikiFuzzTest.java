package hallmonitor.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.mediawiki.MediaWiki;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a site of MediaWiki answers. */
class MediaWikiFuzzTest {
  private static final StrangeSite SITE = StrangeSite.json();
  private static final Platform PLATFORM = new MediaWiki();

  static Stream<Arguments> seeds() {
    return StrangeSite.seeds("mediawiki.json");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void anyAnswerIsReadOrRefused(byte[] input) throws Exception {
    SITE.meets(PLATFORM, "Admin@bot:password", input);
  }
}
