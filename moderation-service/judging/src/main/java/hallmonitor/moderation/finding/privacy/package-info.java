/**
 * Information that may not be published about others: numbers, addresses, private facts, withheld
 * names.
 */
package hallmonitor.moderation.finding.privacy;
