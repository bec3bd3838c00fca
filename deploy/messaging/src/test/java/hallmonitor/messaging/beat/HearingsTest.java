package hallmonitor.messaging.beat;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.messaging.beat.SilenceLimits.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HearingsTest {
  private static final SilenceLimits LIMITS =
      new SilenceLimits(Duration.ofSeconds(60), Duration.ofMinutes(3), Duration.ofMinutes(10));

  private final Hearings hearings = new Hearings(0);
  private long seconds;

  @Test
  void aServiceThatSaysNothingForAMinuteIsSilent() {
    hear(false);
    listenFor(60);
    assertThat(standing()).isEqualTo(Standing.LIVES);

    listenFor(1);
    assertThat(standing()).isEqualTo(Standing.SILENT);
  }

  @Test
  void aServiceThatStartsHasMoreTime() {
    listenFor(180);
    assertThat(standing()).isEqualTo(Standing.UNKNOWN);

    listenFor(1);
    assertThat(standing()).isEqualTo(Standing.SILENT);
  }

  @Test
  void aServiceThatSaidGoodbyeHasTenMinutes() {
    hear(true);
    listenFor(600);
    assertThat(standing()).isEqualTo(Standing.UNKNOWN);

    listenFor(1);
    assertThat(standing()).isEqualTo(Standing.SILENT);
  }

  @Test
  void whatADeadServiceSaidBeforeThisOneListenedIsNoSignOfLife() {
    hearings.hear(beat(false), false, nanos());
    listenFor(181);

    assertThat(standing()).isEqualTo(Standing.SILENT);
  }

  @Test
  void whileThisProcessStoodStillNobodyElseWasSilent() {
    hear(false);
    seconds += 300;
    hearings.listened(nanos());
    assertThat(standing()).isEqualTo(Standing.LIVES);

    listenFor(61);
    assertThat(standing()).isEqualTo(Standing.SILENT);
  }

  @Test
  void aServiceThatSpeaksAgainLives() {
    listenFor(200);
    hear(false);

    assertThat(standing()).isEqualTo(Standing.LIVES);
  }

  private void hear(boolean stopping) {
    hearings.hear(beat(stopping), true, nanos());
  }

  private void listenFor(int more) {
    for (int i = 0; i < more; i++) {
      seconds++;
      hearings.listened(nanos());
    }
  }

  private Standing standing() {
    return LIMITS.of(hearings.of("ingest", nanos()));
  }

  private long nanos() {
    return Duration.ofSeconds(seconds).toNanos();
  }

  private static ServiceBeat beat(boolean stopping) {
    return new ServiceBeat(
        "ingest",
        UUID.randomUUID(),
        Instant.EPOCH,
        Instant.EPOCH,
        stopping,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
