package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same journey on a real WordPress site. */
abstract class RealWordPressJourney {
  private static final int HELLO_WORLD = 1;

  private final ScratchStack stack;

  RealWordPressJourney(ScratchStack stack) {
    this.stack = stack;
  }

  @Test
  void aThreatOnARealWordPressIsHiddenAndReported() {
    Optional<WordPressInstance> started = WordPressInstance.start();
    assumeThat(started)
        .as("a real WordPress: see deploy/testbeds/wordpress for the packages that it needs")
        .isPresent();
    try (WordPressInstance wordPress = started.orElseThrow()) {
      int mails = stack.mail().to(JourneyIT.PRINCIPAL).size();
      wordPress.connectTo(stack);
      PracticeSite visitor = wordPress.visitor();
      int praise = visitor.post(HELLO_WORLD, "Jo Lindqvist", "So proud of the band. Go Mavericks!");
      // Not in the words of another threat of these tests: that would be one alarm.
      int threat =
          visitor.post(HELLO_WORLD, "Rick T.", "I will kill you at school tomorrow, all of you");

      await().untilAsserted(() -> assertThat(visitor.shows(threat)).isFalse());
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          stack
                              .archive()
                              .texts(
                                  """
                                  select kind from case_event join review_case using (case_id)
                                  where account = 'real-wordpress' and kind = 'notice-sent'
                                  """))
                      .isNotEmpty());
      assertThat(stack.mail().to(JourneyIT.PRINCIPAL)).hasSizeGreaterThan(mails);
      assertThat(visitor.shows(praise)).isTrue();
    }
  }
}
