/** Reads the connected accounts' comments and carries out orders on them. */
package hallmonitor.ingest;
