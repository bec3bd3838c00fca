/** Names of people, and the people a sentence is about. */
package hallmonitor.moderation.finding.name;
