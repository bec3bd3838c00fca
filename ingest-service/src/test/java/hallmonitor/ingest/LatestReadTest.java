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
  private static final Instant STARTED = NOW.minusSeconds(7_200);

  @Test
  void theAccountThatWasReadLastCounts() {
    assertThat(read(status(State.SIGNED_OUT, EARLIER), status(State.CONNECTED, NOW))).contains(NOW);
    assertThat(read(status(State.UNREACHABLE, EARLIER))).contains(EARLIER);
  }

  @Test
  void whatIsNotMeantToBeReadNowDoesNotCount() {
    assertThat(read()).isEmpty();
    assertThat(read(status(State.THROTTLED, EARLIER))).isEmpty();
    assertThat(read(paused())).isEmpty();
  }

  @Test
  void anAccountThatWasNotReadSinceTheStartCountsFromTheStart() {
    assertThat(read(unread(State.UNREACHABLE))).contains(STARTED);
    assertThat(read(unread(State.UNREACHABLE), status(State.CONNECTED, NOW))).contains(NOW);
    assertThat(read(unread(State.THROTTLED))).isEmpty();
  }

  private static Optional<Instant> read(AccountStatus... statuses) {
    return LatestRead.of(List.of(statuses), STARTED);
  }

  private static AccountStatus unread(State state) {
    return status(state, Optional.empty(), Optional.empty());
  }

  private static AccountStatus paused() {
    return status(
        State.CONNECTED,
        Optional.of(EARLIER),
        Optional.of(new Paused("dana", "holidays", EARLIER, false)));
  }

  private static AccountStatus status(State state, Instant readAt) {
    return status(state, Optional.of(readAt), Optional.empty());
  }

  private static AccountStatus status(
      State state, Optional<Instant> readAt, Optional<Paused> paused) {
    return new AccountStatus(
        "news",
        "wordpress",
        "News",
        state,
        List.of(),
        readAt,
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
