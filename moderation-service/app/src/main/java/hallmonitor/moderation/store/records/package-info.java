/** The life of records: holds, disposals, and erasure. */
package hallmonitor.moderation.store.records;
