package hallmonitor.moderation.store.archive;

import org.jspecify.annotations.Nullable;

/**
 * A post.
 *
 * @param permalink null if the platform gives none
 */
public record PostRow(
    String account, String id, String title, String body, @Nullable String permalink) {}
