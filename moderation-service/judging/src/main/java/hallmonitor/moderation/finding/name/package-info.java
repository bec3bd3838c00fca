/** Names of people, and whom a sentence is about. */
package hallmonitor.moderation.finding.name;
