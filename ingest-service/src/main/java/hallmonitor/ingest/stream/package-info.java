/** Keeps the streams open on which platforms tell of news. */
package hallmonitor.ingest.stream;
