/**
 * A real Kafka broker and a real PostgreSQL on this machine, without Docker or an installed server.
 */
package hallmonitor.embedded;
