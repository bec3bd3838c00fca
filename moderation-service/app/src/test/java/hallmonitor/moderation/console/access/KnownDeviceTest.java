package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDeviceTest {
  private final KnownDevice device = KnownDevice.fresh(UUID.randomUUID());

  @Test
  void itIsReadAsItWasWritten() {
    KnownDevice ofTwo = device.with("novak").with("da-na.reyes");

    assertThat(KnownDevice.parse(ofTwo.text())).contains(ofTwo);
    assertThat(ofTwo.knows("novak")).isTrue();
    assertThat(ofTwo.knows("brandt")).isFalse();
  }

  @Test
  void itRemembersTheLastEightPeople() {
    KnownDevice shared = device;
    for (int i = 1; i <= 9; i++) {
      shared = shared.with("person" + i);
    }
    shared = shared.with("person5");

    assertThat(shared.people())
        .hasSize(KnownDevice.MOST_PEOPLE)
        .startsWith("person5", "person9")
        .doesNotContain("person1")
        .doesNotHaveDuplicates();
  }

  /** Includes the content of other cookies under the same key. */
  @ParameterizedTest
  @ValueSource(strings = {"", "device", "device x novak", "flow|a|b|c|/", "novak"})
  void whatIsNoDeviceIsNone(String text) {
    assertThat(KnownDevice.parse(text)).isEmpty();
  }
}
