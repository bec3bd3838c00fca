package hallmonitor.system;

import hallmonitor.ingest.connector.wordpress.WordPressContract;
import hallmonitor.local.practice.PracticeAccounts;
import hallmonitor.local.practice.PracticePage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the real WordPress's contract against the practice page, so that practice there is
 * realistic.
 */
class PracticePageContractTest extends WordPressContract {
  private static final String CREDENTIAL = "moderator:abcd efgh ijkl";

  @TempDir private static Path folder;
  private static PracticePage page;

  @BeforeAll
  static void start() throws IOException {
    page = PracticePage.start(0, folder, PracticeAccounts.blogOnly(CREDENTIAL));
  }

  @AfterAll
  static void stop() throws IOException {
    page.close();
  }

  @Override
  protected String url() {
    return page.url();
  }

  @Override
  protected String credential() {
    return CREDENTIAL;
  }

  @Override
  protected void throttleNextCall(Duration retryAfter) {
    page.faults().throttleNext(1, retryAfter);
  }
}
