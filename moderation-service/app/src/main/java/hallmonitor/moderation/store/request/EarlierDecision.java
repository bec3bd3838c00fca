package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.request.RequestNumber;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * How an earlier answered request decided the same record.
 *
 * @param itemNo key of the item there
 * @param number of that request
 * @param state release, redact, or withhold
 * @param ground words of the exemption with its source, in English; empty unless it was withheld
 * @param spanish the same in Spanish
 * @param redactions how many parts are redacted
 */
public record EarlierDecision(
    long itemNo,
    @Nested("number") RequestNumber number,
    Instant answeredAt,
    String state,
    String ground,
    String spanish,
    int redactions) {}
