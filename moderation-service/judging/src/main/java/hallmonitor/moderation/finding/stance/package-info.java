/**
 * How comments talk about the district, for comparing groups of comments. No verdict depends on it.
 */
package hallmonitor.moderation.finding.stance;
