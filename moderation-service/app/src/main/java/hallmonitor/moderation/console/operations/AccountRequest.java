package hallmonitor.moderation.console.operations;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody asked of an account.
 *
 * @param act such as {@code PAUSE}
 */
public record AccountRequest(
    UUID commandId, String account, String act, String askedBy, Instant at) {}
