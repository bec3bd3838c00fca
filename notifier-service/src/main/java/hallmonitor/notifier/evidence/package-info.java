/** What is kept as proof: entries on their way into the ledger, the ledger, and its packages. */
package hallmonitor.notifier.evidence;
