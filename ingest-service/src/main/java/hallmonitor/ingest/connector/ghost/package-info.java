/**
 * Ghost through its Admin API (https://docs.ghost.org/admin-api), according to the source of
 * version 6.65.
 */
package hallmonitor.ingest.connector.ghost;
