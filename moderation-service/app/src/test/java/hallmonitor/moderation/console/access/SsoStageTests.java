package hallmonitor.moderation.console.access;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests on a provider of their own. */
class SsoStageTests {
  SsoStage stage;

  @BeforeEach
  void start() throws IOException {
    stage = new SsoStage();
  }

  @AfterEach
  void stop() {
    stage.close();
  }
}
