/** Delivers files to the public endpoint as history: in batches, resumable, and with a report. */
package hallmonitor.importer;
