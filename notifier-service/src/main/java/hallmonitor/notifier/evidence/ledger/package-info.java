/** The ledger's records: how they are hashed and chained, and how they are checked. Pure. */
package hallmonitor.notifier.evidence.ledger;
