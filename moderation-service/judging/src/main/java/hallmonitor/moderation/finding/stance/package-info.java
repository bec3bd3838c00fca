/** How comments speak of the district, to compare groups of them. No verdict rests on it. */
package hallmonitor.moderation.finding.stance;
