/**
 * What a record of the ledger is, how it is hashed and chained, and what is wrong with one. Pure.
 */
package hallmonitor.notifier.evidence.ledger;
