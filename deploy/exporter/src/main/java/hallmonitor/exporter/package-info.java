/** Writes the archive as files that need nothing of this program, and checks them. */
package hallmonitor.exporter;
