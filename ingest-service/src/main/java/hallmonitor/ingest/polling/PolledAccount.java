package hallmonitor.ingest.polling;

import hallmonitor.contract.event.CommentSeen;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the engine needs to know about an account.
 *
 * @param names the kind of names that people write under there
 * @param floor shortest time between two reads of the live edge
 * @param idle longest time between them
 * @param backfillFrom first day of the history to read; absent for none
 * @param zone the district's; defines when that day begins
 */
public record PolledAccount(
    String id,
    String platform,
    CommentSeen.Names names,
    Duration floor,
    Duration idle,
    Optional<LocalDate> backfillFrom,
    ZoneId zone) {}
