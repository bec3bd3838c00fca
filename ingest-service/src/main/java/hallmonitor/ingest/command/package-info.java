/** Commands for reading an account: applied once and kept across restarts. */
package hallmonitor.ingest.command;
