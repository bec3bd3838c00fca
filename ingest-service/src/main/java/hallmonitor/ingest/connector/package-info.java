/**
 * What every platform's connector offers, and how it says that something went wrong. No framework,
 * so that one suite of tests holds a connector against a stand-in and against the real server.
 */
package hallmonitor.ingest.connector;
