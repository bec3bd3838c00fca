/** Where the chain ended at a time, signed and kept outside the database. */
package hallmonitor.notifier.evidence.checkpoint;
