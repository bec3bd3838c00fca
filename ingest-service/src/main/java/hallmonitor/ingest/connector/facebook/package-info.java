/**
 * Facebook Pages (https://developers.facebook.com/docs/pages-api) with a Page's token. Comments
 * mark what the documentation leaves open.
 */
package hallmonitor.ingest.connector.facebook;
