package hallmonitor.moderation.drafting;

import java.time.Instant;

/**
 * A draft that judges beside the policy in force, without any consequence.
 *
 * @param version of the text that judges, which the draft may have left behind
 * @param percent of the comments that it judges, chosen by their ids
 * @param endedBy who stopped it early; empty for nobody
 * @param lookedTo up to when all that was judged has been looked at
 * @param finished whether nothing is left to look at
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
