package hallmonitor.moderation.store.posts;

import hallmonitor.moderation.casework.PostState;
import java.time.Instant;
import java.util.List;

/**
 * A post that waits for a judgment.
 *
 * @param observedAt when its newest version was read
 * @param state of the judgment before; {@code FINE} if there was none
 * @param signs of the judgment before
 */
public record QueuedPost(
    String account,
    String postId,
    Instant observedAt,
    String title,
    String body,
    PostState state,
    List<String> signs) {}
