/**
 * Rules about sequences of words ({@code /patterns}): how they are read, and tried on a comment and
 * on what stands around it.
 */
package hallmonitor.moderation.finding.rule;
