/** Reads the connected accounts' comments and carries out what is ordered about them. */
package hallmonitor.ingest;
