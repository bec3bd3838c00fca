package hallmonitor.local.practice;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on an empty practice page of their own. */
class PracticeSiteTests {
  @TempDir Path folder;
  Site site;

  @BeforeEach
  void start() throws IOException {
    site = new Site(folder);
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }
}
