/** Takes what waits before the seal into the ledger, one batch a transaction. */
package hallmonitor.notifier.evidence.sealing;
