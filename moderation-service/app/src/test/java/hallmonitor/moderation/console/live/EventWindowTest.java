package hallmonitor.moderation.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventWindowTest {
  private final EventWindow window = new EventWindow(1000, List.of(999L, 1000L));

  @Test
  void whatWasThereBeforeIsNotTold() {
    assertThat(window.fresh(events(999, 1000))).isEmpty();
  }

  @Test
  void eachEventIsToldOnce() {
    assertThat(window.fresh(events(1000, 1001, 1002)))
        .extracting("eventId")
        .containsExactly(1001L, 1002L);
    assertThat(window.fresh(events(1001, 1002, 1003))).extracting("eventId").containsExactly(1003L);
  }

  @Test
  void anEventThatIsCommittedAfterAHigherOneIsStillTold() {
    window.fresh(events(1005));

    assertThat(window.from()).isLessThan(1003);
    assertThat(window.fresh(events(1003, 1005))).extracting("eventId").containsExactly(1003L);
  }

  private static List<CaseNotification> events(long... ids) {
    return java.util.Arrays.stream(ids).mapToObj(EventWindowTest::event).toList();
  }

  private static CaseNotification event(long id) {
    return new CaseNotification(
        id,
        UUID.randomUUID(),
        true,
        true,
        0,
        "maple-high",
        "practice",
        "wordpress",
        "threat",
        "3.1",
        "en",
        "soon",
        "hidden",
        true,
        false,
        null);
  }
}
