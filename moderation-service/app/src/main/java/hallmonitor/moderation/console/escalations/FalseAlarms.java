package hallmonitor.moderation.console.escalations;

/**
 * How often what a clause escalated was a false alarm, over the last 30 and 90 days.
 *
 * @param category as it weighed most when it was escalated
 */
public record FalseAlarms(
    String category, String clause, long raised30, long false30, long raised90, long false90) {}
