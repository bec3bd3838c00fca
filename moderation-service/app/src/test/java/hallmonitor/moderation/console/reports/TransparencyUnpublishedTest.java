package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import org.junit.jupiter.api.Test;

/** A district decides whether the public sees its figures. */
@ConsoleTest
class TransparencyUnpublishedTest {
  private final ConsoleBrowser anybody = new ConsoleBrowser();

  @Test
  void withoutTheDistrictsWordNothingIsShown() {
    ConsoleResponse page = anybody.get("/transparency");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.asString()).contains("This district does not publish these figures.");
    assertThat(anybody.get("/transparency.pdf").statusCode()).isEqualTo(404);
  }
}
