package hallmonitor.ingest.connector.bluesky;

import hallmonitor.ingest.connector.SiteClient;
import hallmonitor.ingest.connector.TestBed;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * Runs the contract against a real Bluesky, which takes minutes to install: {@code -Pplatforms}.
 */
@Tag("installed-platform")
class RealBlueskyTest extends BlueskyContract {
  private static TestBed bed;
  private static BlueskySite site;

  @BeforeAll
  static void start() throws Exception {
    bed = TestBed.start("bluesky");
    String settle = bed.told().path("settle").asText();
    SiteClient client = new SiteClient();
    site =
        new BlueskySite(
            bed.told().path("url").asText(),
            () -> client.send(SiteClient.builder(settle, Map.of()).GET().build()));
  }

  @AfterAll
  static void stop() throws IOException {
    if (bed != null) {
      bed.close();
    }
  }

  /** Each post is signed and takes the server a while. */
  @Override
  protected int burst() {
    return 60;
  }

  @Override
  protected BlueskySite site() {
    return site;
  }
}
