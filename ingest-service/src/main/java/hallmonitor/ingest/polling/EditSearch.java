package hallmonitor.ingest.polling;

import hallmonitor.contract.event.AccountStatus.EditWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long edits of an account's comments are looked for.
 *
 * @param reach since a comment was written; zero for never
 * @param oldestSwept when the oldest of them were last read again
 */
record EditSearch(Duration reach, Optional<Instant> oldestSwept) {
  EditWatch inDays() {
    return new EditWatch((int) reach.toDays(), oldestSwept);
  }
}
