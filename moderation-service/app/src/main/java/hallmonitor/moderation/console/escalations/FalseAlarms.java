package hallmonitor.moderation.console.escalations;

/**
 * How often a clause's escalations were false alarms, over the last 30 and 90 days.
 *
 * @param category the category that weighed most at the escalation
 */
public record FalseAlarms(
    String category, String clause, long raised30, long false30, long raised90, long false90) {}
