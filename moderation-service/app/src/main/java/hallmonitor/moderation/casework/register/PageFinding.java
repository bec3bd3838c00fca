package hallmonitor.moderation.casework.register;

/**
 * What a page shows of something that the district asks.
 *
 * @param seen the words of the page that show it; empty for a page without words
 */
public record PageFinding(boolean good, String seen) {}
