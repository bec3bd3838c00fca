package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.StackSettings;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One threat's way, as a tracing backend hears of it. */
abstract class TraceJourney {
  private final ScratchStack stack;
  private final SpanCollector collector;

  TraceJourney(ScratchStack stack, SpanCollector collector) {
    this.stack = stack;
    this.collector = collector;
  }

  @Test
  void oneTraceFollowsAThreatThroughAllThreeServices() {
    stack
        .practice()
        .post(
            1, "no name", "I'm bringing a gun to Maple Valley High tomorrow and shooting everyone");

    await()
        .untilAsserted(
            () ->
                assertThat(collector.servicesByTrace().values())
                    .contains(Set.of("ingest-service", "moderation-service", "notifier-service")));
  }

  static StackSettings withTracesTo(StackSettings s, SpanCollector collector) {
    return new StackSettings(
        s.root(),
        s.data(),
        s.config(),
        s.ports(),
        Optional.of(collector.address()),
        s.backup(),
        s.environment());
  }
}
