/** Names of people as they are written, and whom a sentence is about. */
package hallmonitor.moderation.finding.name;
