package hallmonitor.ingest.connector.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a system without a connector delivers. */
class DeliveredBatchFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  static Stream<Arguments> seeds() {
    return Stranger.seeds("delivery.json");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void eachRowIsTakenOrHasAMistake(byte[] input) throws Exception {
    Stranger.meets(
        () -> {
          DeliveredBatch batch = DeliveredBatch.read(input, NOW);
          Set<String> told = new HashSet<>();
          batch.mistakes().forEach(mistake -> told.add(mistake.at().replaceAll("[.].*", "")));
          for (int i = 0; i < batch.size(); i++) {
            assertThat(batch.rows().containsKey(i) ^ told.contains("rows[" + i + "]"))
                .as("row " + i)
                .isTrue();
          }
        },
        BatchOutline.Unreadable.class);
  }
}
