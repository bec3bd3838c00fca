/** Advertising. */
package hallmonitor.moderation.finding.spam;
