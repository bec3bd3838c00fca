package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.request.RequestDeadline;
import hallmonitor.moderation.casework.request.RequestNumber;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/** A request that a person is to be told of. */
public record DueRequest(
    UUID requestId,
    @Nested("number") RequestNumber number,
    @Nested("deadline") RequestDeadline deadline) {}
