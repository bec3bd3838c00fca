/**
 * What every platform's connector offers, and how it reports faults. Uses no framework, so that one
 * test suite runs a connector against a stand-in and against the real server.
 */
package hallmonitor.ingest.connector;
