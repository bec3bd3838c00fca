package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkAndRestTest {
  private final WorkAndRest process = new WorkAndRest();

  @Test
  void aProcessRestsOnceAfterItsStart() {
    assertThat(rests(20)).as("it starts").isFalse();
    assertThat(rests(22)).isTrue();
    assertThat(rests(24)).as("it has rested already").isFalse();
  }

  @Test
  void whileItWorksItDoesNotRest() {
    rests(20);
    assertThat(rests(60)).isFalse();
    assertThat(rests(100)).isFalse();
    assertThat(rests(101)).isTrue();
  }

  @Test
  void littleWorkLeavesNothingWorthCollecting() {
    rests(20);
    rests(22);
    assertThat(rests(30)).isFalse();
    assertThat(rests(31)).isFalse();
  }

  @Test
  void theSuccessorOfAProcessBeginsAnew() {
    rests(200);
    rests(201);
    assertThat(rests(18)).as("it starts").isFalse();
    assertThat(rests(19)).isTrue();
  }

  private boolean rests(int secondsUsed) {
    return process.rests(Duration.ofSeconds(secondsUsed));
  }
}
