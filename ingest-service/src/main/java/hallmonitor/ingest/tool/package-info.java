/** The command with which credentials of accounts are stored. */
package hallmonitor.ingest.tool;
