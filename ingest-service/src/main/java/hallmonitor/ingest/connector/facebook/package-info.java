/**
 * Facebook Pages (https://developers.facebook.com/docs/pages-api) with a Page's token. What the
 * documentation leaves open says so at its place.
 */
package hallmonitor.ingest.connector.facebook;
