/**
 * The district's documents on their way into force: versions, drafts, trials of a draft, and
 * publication by two people.
 */
package hallmonitor.moderation.drafting;
