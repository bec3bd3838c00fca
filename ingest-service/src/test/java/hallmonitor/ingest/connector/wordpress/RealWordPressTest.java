package hallmonitor.ingest.connector.wordpress;

import hallmonitor.ingest.connector.TestBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Runs the contract against a real WordPress. */
class RealWordPressTest extends WordPressContract {
  private static TestBed bed;

  @BeforeAll
  static void start() throws Exception {
    bed = TestBed.start("wordpress");
  }

  @AfterAll
  static void stop() throws IOException {
    if (bed != null) {
      bed.close();
    }
  }

  @Override
  protected String url() {
    return bed.told().path("url").asText();
  }

  @Override
  protected String credential() {
    return bed.told().path("user").asText() + ":" + bed.told().path("password").asText();
  }

  @Override
  protected void throttleNextCall(Duration retryAfter) {
    try {
      Files.writeString(bed.folder().resolve("throttle"), String.valueOf(retryAfter.toSeconds()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
