/** Moves waiting entries into the ledger, one batch per transaction. */
package hallmonitor.notifier.evidence.sealing;
