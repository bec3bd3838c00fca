package hallmonitor.ingest.command;

import hallmonitor.contract.event.AccountStatus.Outcome;
import hallmonitor.contract.event.AccountStatus.Paused;
import hallmonitor.ingest.polling.ReadingRequest;
import java.util.List;
import java.util.Optional;

/**
 * What people have requested for an account.
 *
 * @param outcomes the latest outcome of each kind of command
 */
public record AccountControl(ReadingRequest wish, Optional<Paused> paused, List<Outcome> outcomes) {
  public static final AccountControl NOTHING_ASKED =
      new AccountControl(ReadingRequest.NONE, Optional.empty(), List.of());

  public AccountControl {
    outcomes = List.copyOf(outcomes);
  }
}
