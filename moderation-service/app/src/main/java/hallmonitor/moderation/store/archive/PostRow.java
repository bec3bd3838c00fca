package hallmonitor.moderation.store.archive;

/**
 * @param permalink null when the platform gives none
 */
public record PostRow(String account, String id, String title, String body, String permalink) {}
