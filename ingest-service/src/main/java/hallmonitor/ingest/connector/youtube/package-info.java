/**
 * The YouTube Data API v3 (https://developers.google.com/youtube/v3/docs) as the owner of a channel
 * uses it. Requests go through the connectors' shared HTTP and not through Google's client library,
 * which sets no limit to the size of an answer and follows redirects. The library tests the
 * stand-in instead. What the documentation leaves open says so at its place.
 */
package hallmonitor.ingest.connector.youtube;
