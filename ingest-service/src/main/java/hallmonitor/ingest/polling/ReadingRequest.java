package hallmonitor.ingest.polling;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What people request for an account's reading, in addition to its configuration.
 *
 * @param paused whether reading is paused
 * @param backfillFrom first day of the history to read; absent for the configured one
 * @param backfillStopped whether the back-fill is stopped
 */
public record ReadingRequest(
    boolean paused, Optional<LocalDate> backfillFrom, boolean backfillStopped) {
  public static final ReadingRequest NONE = new ReadingRequest(false, Optional.empty(), false);

  /** Returns the same wish for a time in which no history is read. */
  public ReadingRequest withoutHistory() {
    return new ReadingRequest(paused, backfillFrom, true);
  }
}
