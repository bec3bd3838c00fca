package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Paused;
import hallmonitor.contract.event.AccountStatus.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatestReadTest {
  private static final Instant NOW = Instant.parse("2026-11-24T03:30:00Z");
  private static final Instant EARLIER = NOW.minusSeconds(3_600);

  @Test
  void theAccountThatWasReadLastCounts() {
    assertThat(
            LatestRead.of(List.of(status(State.SIGNED_OUT, EARLIER), status(State.CONNECTED, NOW))))
        .contains(NOW);
    assertThat(LatestRead.of(List.of(status(State.UNREACHABLE, EARLIER)))).contains(EARLIER);
  }

  @Test
  void whatIsNotMeantToBeReadNowDoesNotCount() {
    assertThat(LatestRead.of(List.of())).isEmpty();
    assertThat(LatestRead.of(List.of(status(State.THROTTLED, EARLIER)))).isEmpty();
    assertThat(LatestRead.of(List.of(paused()))).isEmpty();
  }

  private static AccountStatus paused() {
    return status(
        State.CONNECTED, EARLIER, Optional.of(new Paused("dana", "holidays", EARLIER, false)));
  }

  private static AccountStatus status(State state, Instant readAt) {
    return status(state, readAt, Optional.empty());
  }

  private static AccountStatus status(State state, Instant readAt, Optional<Paused> paused) {
    return new AccountStatus(
        "news",
        "wordpress",
        "News",
        state,
        List.of(),
        Optional.of(readAt),
        Optional.empty(),
        0,
        1,
        0,
        Optional.empty(),
        Optional.empty(),
        NOW,
        paused,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
