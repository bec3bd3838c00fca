/** Evidence: entries waiting for the ledger, the ledger itself, and its packages. */
package hallmonitor.notifier.evidence;
