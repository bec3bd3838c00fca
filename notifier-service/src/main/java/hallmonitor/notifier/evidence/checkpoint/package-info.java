/** Signed states of the chain, stored outside the database. */
package hallmonitor.notifier.evidence.checkpoint;
