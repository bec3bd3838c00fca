package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.StackSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceIT {
  @Test
  void oneTraceFollowsAThreatThroughAllThreeServices() throws Exception {
    try (SpanCollector collector = new SpanCollector();
        ScratchStack stack = ScratchStack.start(s -> withTracesTo(s, collector.address()))) {
      stack
          .practice()
          .post(
              1,
              "no name",
              "I'm bringing a gun to Maple Valley High tomorrow and shooting everyone");

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(collector.servicesByTrace().values())
                      .contains(
                          Set.of("ingest-service", "moderation-service", "notifier-service")));
    }
  }

  private static StackSettings withTracesTo(StackSettings s, String collector) {
    return new StackSettings(
        s.root(),
        s.data(),
        s.config(),
        s.ports(),
        Optional.of(collector),
        s.backup(),
        s.environment());
  }
}
