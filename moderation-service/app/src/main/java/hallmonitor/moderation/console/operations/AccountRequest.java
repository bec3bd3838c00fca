package hallmonitor.moderation.console.operations;

import java.time.Instant;
import java.util.UUID;

/**
 * A request for an account.
 *
 * @param act such as {@code PAUSE}
 */
public record AccountRequest(
    UUID commandId, String account, String act, String askedBy, Instant at) {}
