package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventPositionTest {
  @Test
  void whatAPageCarriesIsReadAsItWasWritten() {
    EventPosition known = new EventPosition(37, List.of(812L, 4_294_967_301L));
    assertThat(known).hasToString("37.812.4294967301");
    assertThat(EventPosition.read("37.812.4294967301")).contains(known);
    assertThat(EventPosition.read("0")).contains(new EventPosition(0, List.of()));
  }

  @Test
  void anythingElseSaysNothing() {
    for (String text : new String[] {null, "", ".", "37.", "x", "-1", "1234567890123456789"}) {
      assertThat(EventPosition.read(text)).as(text).isEmpty();
    }
  }
}
