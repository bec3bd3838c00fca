/**
 * Rules about sequences of words ({@code /patterns}): parsing them, and matching them against a
 * comment, its post and its parent.
 */
package hallmonitor.moderation.finding.rule;
