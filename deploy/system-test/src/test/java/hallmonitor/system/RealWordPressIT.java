package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs the same journey on a real WordPress site. */
class RealWordPressIT {
  private static final int HELLO_WORLD = 1;

  @Test
  void aThreatOnARealWordPressIsHiddenAndReported() {
    Optional<WordPressInstance> started = WordPressInstance.start();
    assumeThat(started)
        .as("a real WordPress: see deploy/testbeds/wordpress for the packages that it needs")
        .isPresent();
    try (WordPressInstance wordPress = started.orElseThrow();
        ScratchStack stack = ScratchStack.start()) {
      wordPress.connectTo(stack);
      PracticeSite visitor = wordPress.visitor();
      int praise = visitor.post(HELLO_WORLD, "Jo Lindqvist", "So proud of the band. Go Mavericks!");
      int threat =
          visitor.post(
              HELLO_WORLD,
              "no name",
              "I'm bringing my dad's gun to Maple Valley High tomorrow at lunch and shooting everyone");

      await().untilAsserted(() -> assertThat(visitor.shows(threat)).isFalse());
      await()
          .untilAsserted(
              () -> assertThat(stack.mail().to("n.okafor@maplevalley12.example")).isNotEmpty());
      assertThat(visitor.shows(praise)).isTrue();
    }
  }
}
