package hallmonitor.ingest.account;

import java.time.Instant;

/**
 * What is remembered of a comment that may still be edited or deleted: enough to tell an edit from
 * a re-read, and no text. About 100 bytes in the checkpoint topic.
 *
 * @param previous the revision before this one; empty for the first
 * @param revision the last published revision
 * @param post the platform's post id
 * @param claimedAt when the platform says it was written
 */
public record KnownComment(String previous, String revision, String post, Instant claimedAt) {}
