package hallmonitor.ingest.polling;

import hallmonitor.contract.event.AccountStatus.EditWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long to look for edits of an account's comments.
 *
 * @param reach time after a comment was written; zero for never
 * @param oldestSwept when the oldest of them were last read again
 */
record EditSearch(Duration reach, Optional<Instant> oldestSwept) {
  EditWatch inDays() {
    return new EditWatch((int) reach.toDays(), oldestSwept);
  }
}
