package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.records.RuleView;

/**
 * What a draft of the records schedule would change for what falls under one of its rules.
 *
 * @param more how many records would become due
 * @param fewer how many would no longer be due
 */
public record ScheduleChange(RuleView rule, long more, long fewer) {}
