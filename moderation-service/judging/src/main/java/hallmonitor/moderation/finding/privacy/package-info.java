/** What nobody may publish about somebody: numbers, addresses, private facts, withheld names. */
package hallmonitor.moderation.finding.privacy;
