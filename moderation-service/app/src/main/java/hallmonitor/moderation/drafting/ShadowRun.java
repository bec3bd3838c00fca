package hallmonitor.moderation.drafting;

import java.time.Instant;

/**
 * A draft that judges beside the current policy without any effect.
 *
 * @param version of the judging text, which may be older than the draft's
 * @param percent share of the comments that it judges, chosen by their ids
 * @param endedBy who stopped it early; empty for no one
 * @param lookedTo everything up to this time was processed
 * @param finished whether nothing is left to process
 */
public record ShadowRun(
    long id,
    long draftId,
    String version,
    String body,
    int percent,
    String startedBy,
    Instant startedAt,
    Instant endsAt,
    String endedBy,
    Instant lookedTo,
    boolean finished) {}
