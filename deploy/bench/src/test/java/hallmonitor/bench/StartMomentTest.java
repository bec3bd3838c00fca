package hallmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartMomentTest {
  @Test
  void aLineWithATimeIsAMomentAndOthersAreNot() {
    assertThat(
            StartMoment.read(
                List.of(
                    "[  0.4 s] PostgreSQL is up.",
                    "",
                    "  Console        http://127.0.0.1:8080",
                    "[112.0 s] The ingest-service is ready.")))
        .containsExactly(
            new StartMoment(0.4, "PostgreSQL is up."),
            new StartMoment(112, "The ingest-service is ready."));
  }

  @Test
  void theEndOfTheStartIsThatEverythingIsUp() {
    List<StartMoment> moments =
        StartMoment.read(List.of("[  0.4 s] Kafka is up.", "[ 11.9 s] Hall Monitor is up."));
    assertThat(moments).extracting(StartMoment::isUp).containsExactly(false, true);
  }
}
