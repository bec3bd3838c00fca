/**
 * Ghost through its Admin API (https://docs.ghost.org/admin-api), as its source says of version
 * 6.65.
 */
package hallmonitor.ingest.connector.ghost;
