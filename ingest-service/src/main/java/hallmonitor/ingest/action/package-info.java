/**
 * Carries out what was ordered: kept in PostgreSQL first, done once, answered through the outbox.
 */
package hallmonitor.ingest.action;
