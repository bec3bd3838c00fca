package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownNewsTest {
  @Test
  void whatAPageCarriesIsReadAsItWasWritten() {
    KnownNews known = new KnownNews(37, List.of(812L, 4_294_967_301L));
    assertThat(known).hasToString("37.812.4294967301");
    assertThat(KnownNews.read("37.812.4294967301")).contains(known);
    assertThat(KnownNews.read("0")).contains(new KnownNews(0, List.of()));
  }

  @Test
  void anythingElseSaysNothing() {
    for (String text : new String[] {null, "", ".", "37.", "x", "-1", "1234567890123456789"}) {
      assertThat(KnownNews.read(text)).as(text).isEmpty();
    }
  }
}
