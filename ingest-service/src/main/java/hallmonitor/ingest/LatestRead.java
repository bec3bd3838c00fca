package hallmonitor.ingest;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When any account was read last. */
final class LatestRead {
  private LatestRead() {}

  /**
   * Returns it; empty if no account is meant to be read now. An account that is paused or that its
   * platform holds back is not: nobody has to be woken for that.
   *
   * @param startedAt counts for accounts that were not read since: a restart during an outage must
   *     not look like its end
   */
  static Optional<Instant> of(List<AccountStatus> statuses, Instant startedAt) {
    return statuses.stream()
        .filter(status -> status.paused().isEmpty() && status.state() != State.THROTTLED)
        .map(status -> status.lastPolledAt().orElse(startedAt))
        .max(Comparator.naturalOrder());
  }
}
