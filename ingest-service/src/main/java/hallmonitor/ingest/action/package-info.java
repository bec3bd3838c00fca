/** Carries out orders: stored in PostgreSQL first, done once, answered through the outbox. */
package hallmonitor.ingest.action;
