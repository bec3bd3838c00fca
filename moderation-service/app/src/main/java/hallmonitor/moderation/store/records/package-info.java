/** The life of records: what is held, what is due for disposal, and its erasure. */
package hallmonitor.moderation.store.records;
