/**
 * Findings that need several comments: one author's text in pieces, or many attacks on one person.
 */
package hallmonitor.moderation.finding.together;
