package hallmonitor.messaging.beat;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.ServiceBeat.Fault;
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

  private static final UUID ONE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final Hearings hearings = new Hearings(LIMITS.running(), 0);
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
    hearings.hear(beat("ingest", ONE, false), false, nanos());
    listenFor(181);

    assertThat(standing()).isEqualTo(Standing.SILENT);
  }

  @Test
  void whileThisProcessStoodStillNobodyElseWasSilent() {
    hear(false);
    seconds += 300;
    hearings.listened(nanos());
    assertThat(standing()).isEqualTo(Standing.UNKNOWN);

    listenFor(61);
    assertThat(standing()).isEqualTo(Standing.SILENT);
  }

  @Test
  void whileTheBrokerWasGoneNobodyWasSilent() {
    hear(false);
    listenFor(300);
    hearOf("notifier");
    assertThat(standing()).isEqualTo(Standing.UNKNOWN);

    listenAndHear("notifier", 61);
    assertThat(standing()).isEqualTo(Standing.SILENT);
  }

  @Test
  void whileOthersSpeakASilentServiceIsSilent() {
    hear(false);
    listenAndHear("notifier", 61);

    assertThat(standing()).isEqualTo(Standing.SILENT);
  }

  @Test
  void aHealthyProcessDoesNotHideWhatIsWrongWithAnother() {
    hear(ONE, false, new Fault("service", "x"));
    seconds++;
    hear(OTHER, false);
    assertThat(faults()).containsExactly("x");

    hear(ONE, false);
    assertThat(faults()).isEmpty();
  }

  @Test
  void whatADeadProcessSaidIsForgottenWhileAnotherSpeaks() {
    hear(ONE, false, new Fault("service", "x"));
    listenAndHear("notifier", 61);
    hear(OTHER, false);

    assertThat(faults()).isEmpty();
    assertThat(standing()).isEqualTo(Standing.LIVES);
  }

  @Test
  void aServiceIsStoppedOnlyOnceAllItsProcessesSaidGoodbye() {
    hear(ONE, false);
    hear(OTHER, false);
    hear(OTHER, true);
    assertThat(standing()).isEqualTo(Standing.LIVES);
    listenAndHear("notifier", 61);
    assertThat(standing()).isEqualTo(Standing.SILENT);

    hear(ONE, true);
    assertThat(standing()).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void aServiceThatSpeaksAgainLives() {
    listenFor(200);
    hear(false);

    assertThat(standing()).isEqualTo(Standing.LIVES);
  }

  private void hear(boolean stopping) {
    hear(ONE, stopping);
  }

  private void hear(UUID process, boolean stopping, Fault... faults) {
    hearings.hear(beat("ingest", process, stopping, faults), true, nanos());
  }

  private void hearOf(String service) {
    hearings.hear(beat(service, OTHER, false), true, nanos());
  }

  private void listenAndHear(String service, int more) {
    for (int i = 0; i < more; i++) {
      listenFor(1);
      hearOf(service);
    }
  }

  private List<String> faults() {
    return hearings.of("ingest", nanos()).latest().orElseThrow().faults().stream()
        .map(Fault::why)
        .toList();
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

  private static ServiceBeat beat(String service, UUID process, boolean stopping, Fault... faults) {
    return new ServiceBeat(
        service,
        process,
        Instant.EPOCH,
        Instant.EPOCH,
        stopping,
        Optional.empty(),
        List.of(),
        List.of(faults),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
