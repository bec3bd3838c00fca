package hallmonitor.ingest.command;

import hallmonitor.contract.event.AccountStatus.Outcome;
import hallmonitor.contract.event.AccountStatus.Paused;
import hallmonitor.ingest.polling.Wish;
import java.util.List;
import java.util.Optional;

/**
 * What people have asked of an account so far.
 *
 * @param outcomes the newest of each act that is done
 */
public record Standing(Wish wish, Optional<Paused> paused, List<Outcome> outcomes) {
  public static final Standing NOTHING_ASKED = new Standing(Wish.NONE, Optional.empty(), List.of());

  public Standing {
    outcomes = List.copyOf(outcomes);
  }
}
