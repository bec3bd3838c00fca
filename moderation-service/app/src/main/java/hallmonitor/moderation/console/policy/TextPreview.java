package hallmonitor.moderation.console.policy;

/**
 * A text as its recipients would read it.
 *
 * @param language {@code en} or {@code es}
 * @param subject of a mail; empty for other texts
 */
public record TextPreview(String language, String subject, String text) {}
