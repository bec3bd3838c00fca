package hallmonitor.ingest.polling;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What people want of an account's reading, beyond what its configuration says.
 *
 * @param paused whether nothing is to be read
 * @param backfillFrom the first day of the history to read; absent for what the configuration says
 * @param backfillStopped whether the history is left alone for now
 */
public record ReadingWish(
    boolean paused, Optional<LocalDate> backfillFrom, boolean backfillStopped) {
  public static final ReadingWish NONE = new ReadingWish(false, Optional.empty(), false);
}
