/**
 * Discourse forums through their own API (https://docs.discourse.org), with the key of a user who
 * is a moderator.
 */
package hallmonitor.ingest.connector.discourse;
