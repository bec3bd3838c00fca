package hallmonitor.moderation.store.archive;

/**
 * A post.
 *
 * @param permalink null if the platform gives none
 */
public record PostRow(String account, String id, String title, String body, String permalink) {}
