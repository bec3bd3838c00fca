/**
 * The district's documents on their way to publication: versions, drafts, trials of a draft, and
 * publication by two people.
 */
package hallmonitor.moderation.drafting;
