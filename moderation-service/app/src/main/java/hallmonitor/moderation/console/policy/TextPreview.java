package hallmonitor.moderation.console.policy;

/**
 * A text as people would read it.
 *
 * @param language {@code en} or {@code es}
 * @param subject of a mail; empty for what is no mail
 */
public record TextPreview(String language, String subject, String text) {}
