/** What people ask of the reading of an account: taken up once, kept over restarts. */
package hallmonitor.ingest.command;
