package hallmonitor.ingest.polling;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the engine needs to know about an account.
 *
 * @param floor shortest time between two reads of the live edge
 * @param idle longest time between them
 * @param backfillFrom first day of the history to read; absent for none
 */
public record PolledAccount(
    String id, String platform, Duration floor, Duration idle, Optional<LocalDate> backfillFrom) {}
