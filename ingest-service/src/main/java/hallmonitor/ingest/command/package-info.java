/** Commands for reading an account: applied once and kept over restarts. */
package hallmonitor.ingest.command;
