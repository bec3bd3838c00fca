/** Takes credentials that people hand over in the console: opened, tried, and stored encrypted. */
package hallmonitor.ingest.credential;
